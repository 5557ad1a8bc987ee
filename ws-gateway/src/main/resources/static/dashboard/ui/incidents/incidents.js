import { html } from 'lit';
import { Element } from '../element.js';

class IncidentList extends Element {
  render() {
    return html`<h2>Incidents</h2>`;
  }
}

customElements.define('kg-incidents', IncidentList);
