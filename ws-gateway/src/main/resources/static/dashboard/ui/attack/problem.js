import { html } from 'lit';
import { icon } from '../icons.js';
import { askForToken } from '../token/token.js';

/** What to do next, in words. Pure. @param {import('../../net/api.js').ApiError} error */
export function nextStep(error) {
  switch (error.status) {
    case 0:
      return 'Is it running? Try again in a moment.';
    case 401:
      return 'This gateway wants its token for that.';
    case 403:
      return 'Pages of this address may not do that; kongguard.gateway.allowed-origins says which may.';
    case 404:
      return 'It may have been too long ago.';
    case 429:
      return 'Wait a few seconds, then try again.';
    case 503:
      return 'Nothing was sent. Try again once Kafka answers.';
    default:
      return '';
  }
}

/** What went wrong, and the way on; `again()` is called once a token was given: nothing to do where it is asked for again by itself. */
export function problem(error, again = () => {}) {
  if (!error) return '';
  const alert = html`<p class="failed" role="alert">${icon('warning')} ${error.message}. ${nextStep(error)}</p>`;
  return error.status === 401 ? html`${alert}${askForToken(again)}` : alert;
}
