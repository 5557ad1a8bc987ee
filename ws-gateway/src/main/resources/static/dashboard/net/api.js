/** What the gateway refused or could not do: `status` 0 when it was not reached; `field` that is wrong, null when none is named. */
export class ApiError extends Error {
  /** @param {number} status @param {string} detail @param {string|null} field */
  constructor(status, detail, field = null) {
    super(detail);
    this.status = status;
    this.field = field;
  }
}

// In memory only: a token that is stored can be stolen.
let token = '';

/** @param {string} value sent with every call from now on; empty for none */
export function setToken(value) {
  token = value;
}

/** @returns {Promise<any>} the JSON answer @throws {ApiError} */
export const get = (path) => call('GET', path);

/** @returns {Promise<any>} the JSON answer @throws {ApiError} 401 when a token is needed, see {@link setToken} */
export const post = (path, body = {}) => call('POST', path, body);

async function call(method, path, body) {
  const headers = {};
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new ApiError(0, 'The gateway was not reached');
  }
  const text = await response.text();
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError(response.status, `The gateway answered ${response.status} without JSON`);
  }
  if (!response.ok) throw new ApiError(response.status, detailOf(json, response.status), fieldOf(json));
  return json;
}

function detailOf(json, status) {
  const detail = json?.detail;
  if (Array.isArray(detail)) return detail.map((one) => `${one.loc?.at(-1) ?? ''} ${one.msg ?? ''}`.trim()).join('; ');
  if (typeof detail !== 'string') return `The gateway answered ${status}`;
  return typeof json.allowed === 'string' ? `${detail}: ${json.allowed}` : detail;
}

function fieldOf(json) {
  return json?.field ?? json?.detail?.[0]?.loc?.at(-1) ?? null;
}
