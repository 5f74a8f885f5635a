// Manifests of any size, the same at every run: releases with their BOMs and bundles, recalls in chains and loops.

/** The id of a bundle by number and kind. */
export const bundleId = (number, kind = 0) => `${String(number).padStart(8, '0')}-${String(kind).padStart(4, '0')}-4000-8000-000000000000`;

const note = (component, release) =>
  `Choose the build for the guest, see the interoperability notes of component ${component} in release ${release} before any change. Take the newest one that the notes allow, and keep this line.`;

/** One release of `components` lines; the next edition has another build of one of them. */
function release(number, { components, edition }) {
  const floor = `${Math.max(1, number - 40)}.0.0.0`;
  return {
    product: 'VCF',
    version: `${number}.0.0.0`,
    minCompatibleVcfVersion: floor,
    releaseDate: new Date(Date.UTC(2018, 0, 1 + number)).toISOString(),
    eol: number % 3 === 0 ? '2031-01-01' : '',
    isApplicable: number % 50 !== 0,
    ...(number % 50 === 0 ? { notApplicableReason: 'Closed for new upgrades' } : {}),
    patchBundles: Array.from({ length: 5 }, (_, bundle) => ({
      bundleId: bundleId(number * 5 + bundle, 1),
      bundleType: 'VMWARE_SOFTWARE',
      cumulativeFromVcfVersion: floor,
      bundleElements: [`C${bundle}`],
    })),
    bom: Array.from({ length: components }, (_, component) => ({
      name: `C${component}`,
      publicName: `Component ${component}`,
      version: `${number}.${component}.0-${100_000 + number * 10 + (component === 7 ? edition : 0)}`,
      releaseURL: `https://docs.example.com/notes/component-${component}/${number}.0.0.0/release-notes-and-known-issues.html`,
      additionalMetadata: note(component, number),
    })),
  };
}

/** One entry: every tenth is announced only, in the next edition another tenth. */
function recall(number, edition) {
  const isAnnounced = number % 10 === edition % 10;
  return {
    recalledBundleIds: [bundleId(number, 0)],
    replacementBundleIds: isAnnounced ? [] : [bundleId(number, 1)],
    replacementBundleStatus: isAnnounced ? 'PENDING' : 'READY',
  };
}

/**
 * The text of a manifest. 2,600 releases of 60 components are about 50 MB.
 *
 * - `edition`: its sequence number; editions differ in one BOM line of each release and in some recalls
 * - `recalls`: how many single entries
 * - `more`: further entries of `recalledBundles`
 */
export function manifest({ releases = 3, components = 4, recalls = 10, edition = 0, more = [] } = {}) {
  const numbers = (count, first) => Array.from({ length: count }, (_, at) => at + first);
  const entries = [...numbers(recalls, 0).map((number) => recall(number, edition)), ...more].map((entry) => JSON.stringify(entry));
  const listed = numbers(releases, 1).map((number) => JSON.stringify(release(number, { components, edition })));
  const published = new Date(Date.UTC(2026, 0, 1 + edition)).toISOString();
  return `{"version":1,"sequenceNumber":${edition},"creationTime":"${published}","publishedDate":"${published}","recalledBundles":[${entries.join(',')}],"releases":[${listed.join(',')}]}`;
}

/** A chain of so many bundles, each recalled and replaced by the next; a loop leads back to its beginning. */
export function chain(length, { isLoop = false } = {}) {
  const id = (number) => bundleId(number, 7);
  return Array.from({ length }, (_, at) => ({
    recalledBundleIds: [id(at)],
    replacementBundleIds: [id(isLoop ? (at + 1) % length : at + 1)],
    replacementBundleStatus: 'READY',
  }));
}
