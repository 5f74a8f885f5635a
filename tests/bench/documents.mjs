// Documents of about so many bytes with most members that the APIs document, the same on every machine: the JavaScript
// twins of those in benches/json.rs. What they hold repeats itself as much as real documents do.

const hex = (number, digits) => number.toString(16).padStart(digits, '0');
/** So many texts of things made by number that they come to `size` bytes. */
function upTo(size, made) {
  const texts = [];
  for (let bytes = 0; bytes < size; bytes += texts.at(-1).length + 1) texts.push(JSON.stringify(made(texts.length)));
  return texts;
}

function release(index) {
  const id = hex((index * 0x9e3779b9) % 0xffffffff, 12);
  const others = Array.from({ length: index % 5 }, (_, other) => [hex(Math.floor(index / 2) + other, 12), other]);
  return {
    id: `64455e6bd3c4${id}`, branch: `${index % 9}`, version: `${index % 20}.${index % 13}.${index % 7}`, revision: `${index % 4}`,
    released_at: `2023-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}T00:59:52.762Z`,
    packaging_type: 'CONTAINER_IMAGE',
    product: { name: `Product ${index % 300}`, key: `product-${index % 300}`, description: `A service "number ${index % 300}" for tests: it stores, sorts and serves what others send to it, day and night`, category: 'Developer Tools' },
    platforms: [{ os_family: 'linux', architecture: 'amd64' }, { os_family: 'linux', architecture: 'arm64' }],
    supports_customizations: index % 2 === 0,
    registry: { id: '549cfa79-352c-4555-9d28-4442de551829', name: 'Registry for tests', url: 'https://registry.example.com', healthy: true, last_checked_at: '2023-03-03T00:59:52.762Z' },
    dependencies: others.map(([other, place]) => ({ id: `64455e6bd3c4${other}`, version: `1.${place}.0`, revision: `${place}`, released_at: '2023-01-01T00:00:00.000Z' })),
    _links: {
      self: { href: `/v1/catalogs/351c1739-ca01-4a74-8124-1b99257cd7c9/releases/64455e6bd3c4${id}` },
      registry: { href: '/v1/registries/64455e6bd3c480fd58546c75' },
      dependencies: others.map(([other]) => ({ href: `/v1/catalogs/351c1739-ca01-4a74-8124-1b99257cd7c9/releases/64455e6bd3c4${other}` })),
    },
  };
}
/** A page of catalogue releases with products, platforms, links and relations. */
export function catalogue(size) {
  const items = upTo(size, release);
  return `{"page":1,"page_size":100,"total_size":1000,"total_pages":10,"items":[${items.join(',')}]}`;
}
const components = ['SDDC_MANAGER_VCF', 'VCENTER', 'ESX_HOST', 'NSX_T_MANAGER', 'VRSLCM', 'VRA'];
function vcf(index) {
  return {
    product: 'VCF', version: `5.${index % 5}.${index % 7}.${index}`, releaseDate: '2024-07-23T00:00:00Z', minCompatibleVcfVersion: '4.5.0.0',
    description: '<p>Version 5.2 of the platform with <b>many</b> changes</p>', isApplicable: false, eol: '2027-10-11',
    bom: components.map((name, place) => ({ name, publicName: `Component ${name}`, version: `8.0.${place}-${24000000 + index}`, releaseURL: `https://docs.example.com/${name}/${index}`, additionalMetadata: null })),
    patchBundles: Array.from({ length: 6 }, (_, bundle) => ({ bundleId: `${hex(index, 8)}-0000-4000-8000-${hex(bundle, 12)}`, bundleType: 'VMWARE_SOFTWARE', cumulativeFromVcfVersion: '5.0.0.0', bundleElements: ['VCENTER', 'ESX_HOST'] })),
  };
}
/** A manifest with releases, bills of materials, bundles and recalls. */
export function manifest(size) {
  const recalls = Array.from({ length: Math.floor(size / 2000) }, (_, index) => ({ recalledBundleIds: [`c5932997-0000-4000-8000-${hex(index, 12)}`], replacementBundleIds: [`3fcb4093-0000-4000-8000-${hex(index, 12)}`], replacementBundleStatus: 'READY' }));
  const head = `{"version":1,"sequenceNumber":48,"creationTime":"2026-05-27T05:12:11Z","publishedDate":"2026-05-27T05:12:11Z","recalledBundles":${JSON.stringify(recalls)},"releases":[`;
  const releases = upTo(size - head.length, vcf);
  return `${head}${releases.join(',')}]}`;
}
