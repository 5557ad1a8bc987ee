/** Sets an element's text, unless it says that already: a live region would be read again. */
export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}
