/** Whether a finding points into this part of a request: path, query, body, cookie, or header.NAME. */
export function pointsInto(part, finding) {
  if (part === 'query' || part === 'cookie') return finding.field.startsWith(`${part}.`);
  return finding.field === part || (part === 'body' && finding.field.startsWith('body.'));
}

/**
 * Cuts a part of a request where evidence begins and ends. Pure.
 * @returns {{text: string, weight: number}[]} in order; weight of the strongest finding there, 0 where there is none
 */
export function marked(text, part, findings) {
  const ranges = findings
    .filter((it) => it.offset >= 0 && it.offset < text.length && it.length > 0 && pointsInto(part, it))
    .map((it) => ({ from: it.offset, to: Math.min(text.length, it.offset + it.length), weight: it.weight }));
  const cuts = [...new Set([0, text.length, ...ranges.flatMap((range) => [range.from, range.to])])].sort((a, b) => a - b);
  const pieces = [];
  for (let i = 1; i < cuts.length; i++) {
    const over = ranges.filter((range) => range.from < cuts[i] && range.to > cuts[i - 1]);
    const weight = Math.max(0, ...over.map((range) => range.weight));
    const cut = text.slice(cuts[i - 1], cuts[i]);
    if (pieces.at(-1)?.weight === weight) pieces.at(-1).text += cut;
    else pieces.push({ text: cut, weight });
  }
  return pieces;
}
