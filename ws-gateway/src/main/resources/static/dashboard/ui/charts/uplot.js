// The minified build of uPlot is a classic script; this makes a module of it.
export default globalThis.uPlot;
