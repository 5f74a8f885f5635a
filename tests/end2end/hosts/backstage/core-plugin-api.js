// Stands in for Backstage's package of this name: the fetch that adds the session's token, and where the proxy is.
export const fetchApiRef = Symbol('fetch');
export const discoveryApiRef = Symbol('discovery');

const apis = {
  [fetchApiRef]: { fetch: (address) => fetch(address, { headers: { authorization: 'Bearer the-session-token' } }) },
  [discoveryApiRef]: { getBaseUrl: async (name) => `https://api.example/api/${name}` },
};

export const useApi = (reference) => apis[reference];
