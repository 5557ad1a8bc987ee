// Whatever draws nothing, moves what stands beside it, or looks like a space and is none; and marks piled on one letter.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0\u2800]|(?! )\p{Zs}|(?<=\p{M}\p{M})\p{M}/gu;

const NAMES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text of strangers with its invisible characters written out: a newline as \n, a right-to-left override as \u202e. Pure. */
export const visible = (text) => String(text ?? '').replace(HIDDEN, name);

/** The same where lines may stand below one another. */
export const visibleLines = (text) => String(text ?? '').split('\n').map(visible).join('\n');

function name(character) {
  const code = character.codePointAt(0);
  return NAMES[character] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);
}
