// Recalls of every odd shape, each as one manifest: `says` is the heading under which it is then named, none
// where it is not odd. The manifests are those of the tests of the reader.

import { readFileSync } from 'node:fs';
import { chain, manifest } from '../manifests.mjs';
import { answer } from './wire.mjs';

const made = (name) => readFileSync(new URL(`../../../data/manifest/${name}.json`, import.meta.url), 'utf8');
const row = (text, says) => ({ shows: ['none', 'partial'], says, wire: () => answer(text()) });
const file = (name, says) => row(() => made(name), says);
const entry = (recalled, replacements, status) => ({ recalledBundleIds: recalled, replacementBundleIds: replacements, replacementBundleStatus: status });
const list = (more, says) => row(() => manifest({ recalls: 0, more }), says);

export const recalls = {
  'recall-self-loop': file('recall-self-loop', 'Bundles that replace themselves'),
  'recall-cycle': file('recall-cycle-of-two', 'Replacements that go in a circle'),
  'recall-fork': file('recall-fork', 'Recalled with different replacements'),
  'recall-merge': file('recall-merge', 'One replacement for several entries'),
  'recall-ready-without-ids': file('recall-ready-without-ids', 'READY without replacement ids'),
  'recall-none-with-ids': file('recall-none-with-ids', 'NONE with replacement ids'),
  'recall-odd-status': file('recall-odd-status-word', 'A status that is not documented'),
  'recall-dead-end': file('recall-replacement-recalled-without-successor', 'Replacements that are recalled themselves'),
  'recall-unknown-id': file('recall-id-in-no-release', 'Recalled, and carried by no opened release'),
  'recall-other-case': file('recall-id-in-another-case-and-with-prefix', 'Ids that look the same'),
  'recall-junk': file('recalled-bundles-junk-items', 'Entries that recall nothing'),
  'recall-many-to-many': file('recall-many-to-many-ready', 'More than one replacement'),
  'recall-different-answers': list([entry(['a'], ['b'], 'READY'), entry(['a'], [], 'NONE')], 'Recalled with different statuses'),
  'recall-twice-in-one-list': list([entry(['a', 'a'], ['b'], 'READY')], 'Ids that stand twice'),
  'recall-chain-of-5000': list(chain(5_000), 'Replacements that are recalled themselves'),
  'recall-loop-of-5000': list(chain(5_000, { isLoop: true }), 'Replacements that go in a circle'),
  'recall-10000-entries': row(() => manifest({ recalls: 10_000 }), 'Recalled, and carried by no opened release'),
  'recall-list-absent': file('recalled-bundles-absent'),
  'recall-list-null': file('recalled-bundles-null'),
  'recall-list-empty': file('recalled-bundles-empty'),
};
