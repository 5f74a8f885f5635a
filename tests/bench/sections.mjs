// RESULTS.md is written by several programs, each its own sections: what one writes leaves the others' alone.

const parts = (text) => text.split(/^(?=## )/m);
const title = (part) => /^## (.*)/.exec(part)?.[1];

/** The text with a section in the place of the one with the same title, or at the end. */
export function withSection(text, name, body) {
  const section = `## ${name}\n\n${body.trim()}\n`;
  const all = parts(text);
  const at = all.findIndex((part) => title(part) === name);
  if (at < 0) return `${text.trimEnd()}\n\n${section}`;
  all[at] = at === all.length - 1 ? section : `${section}\n`;
  return all.join('');
}

/** A text written anew, with the sections of the former one that it does not have. */
export function keepingOthers(text, former) {
  const known = new Set(parts(text).map(title));
  const others = parts(former).filter((part) => title(part) && !known.has(title(part)));
  return [text.trimEnd(), ...others.map((part) => part.trimEnd())].join('\n\n') + '\n';
}
