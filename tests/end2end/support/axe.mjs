// Accessibility: axe over the whole page, the shadow roots included. Legacy mode, because the other one
// opens a window of its own, which a watched visit would report.

import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Fails with one line per finding unless the page has none. */
export async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const lines = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
  assert.deepEqual(lines, []);
}
