// Stands in for Backstage's package of this name: the entity whose page is shown.
const entity = {
  kind: 'Component',
  metadata: { name: 'edge', annotations: { 'release-atlas/document': globalThis.documentName ?? 'customization.json' } },
};

export const useEntity = () => ({ entity });
