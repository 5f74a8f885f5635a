// Texts and dates that nobody should have to read, and that are shown word for word all the same: `words` is
// what the page then shows of the release `a`.

import { answer, release } from './wire.mjs';

const said = (more, ...words) => ({ shows: ['none', 'partial'], words, wire: () => answer(release('none', 'a', { more })) });
const named = (name) => said({ product: { key: 'x', name } }, name);
const dated = (released_at, word = String(released_at)) => said({ released_at }, word);

export const words = {
  'css-in-names': named('</style><style>*{display:none}'),
  'svg-in-names': named('<svg onload=alert(1)><animate/></svg>'),
  'dot-and-mermaid-in-names': named('x"]; a -> b; %% --> y["z'),
  'markdown-in-names': named('[click](javascript:alert(1)) | **x** `y`'),
  'csv-in-names': named('@SUM(1+1);"x",y'),
  'emoji-in-names': named('👩‍👩‍👧‍👦🏳️‍🌈 é́'),
  'an-impossible-date': dated('2023-02-30'),
  'an-odd-date': dated('32.13.2023 99:99'),
  'a-far-date': dated('+275760-09-13T00:00:00Z'),
  'a-date-in-words': dated('next Tuesday'),
  'a-date-of-another-type': dated(true, 'Yes'),
};
