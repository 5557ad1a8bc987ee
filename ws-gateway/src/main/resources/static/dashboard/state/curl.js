const PRINTABLE = /^[\x20-\x7e]*$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
const HOST = /^[a-z0-9._-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;
// curl knows these itself, and what was logged of them need not fit what is sent.
const OWN = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'expect']);
const utf8 = new TextEncoder();

/**
 * The request as a command for a POSIX shell, whatever strangers wrote into it: each word stands in single quotes, and what is not
 * printable, which a terminal might obey, is written in octal digits or percent-encoded. Pure.
 * @param {{method: string, path: string, query: string, scheme?: string, host?: string, headers?: Record<string, string>, body?: string}} request
 */
export function curl(request) {
  const scheme = request.scheme === 'https' ? 'https' : 'http';
  const host = HOST.test(request.host ?? '') ? request.host : 'localhost';
  const path = request.path.startsWith('/') ? request.path : `/${request.path}`;
  const url = encoded(`${scheme}://${host}${path}${request.query ? `?${request.query}` : ''}`);
  const words = ['curl --globoff --path-as-is', `--request ${word(request.method || 'GET')}`];
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (HEADER_NAME.test(name) && !OWN.has(name.toLowerCase())) words.push(`--header ${word(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  const body = request.body ?? '';
  const typed = Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() === 'content-type');
  // Without a value curl leaves out the header that it would add to a body.
  if (body !== '' && !typed) words.push("--header 'Content-Type:'");
  if (body !== '') words.push(PRINTABLE.test(body) ? `--data-raw ${word(body)}` : '--data-binary @-');
  words.push(`--url ${word(url)}`);
  const command = words.join(' \\\n  ');
  return body === '' || PRINTABLE.test(body) ? command : `printf ${octal(body)} | ${command}`;
}

const word = (text) => (PRINTABLE.test(text) ? quoted(text) : `"$(printf ${octal(text)})"`);

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** For printf, which reads backslashes, percent signs, and a hyphen in front as an option. */
function octal(text) {
  let format = '';
  for (const byte of utf8.encode(text)) {
    const character = String.fromCharCode(byte);
    if (character === '-' && format === '') format = '\\055';
    else if (character === '%') format += '%%';
    else if (character === '\\') format += '\\\\';
    else format += PRINTABLE.test(character) ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  }
  return quoted(format);
}

/** A # would begin a fragment, which curl does not send. */
function encoded(url) {
  return Array.from(utf8.encode(url), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\x21-\x7e]/.test(character) && character !== '#' ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}
