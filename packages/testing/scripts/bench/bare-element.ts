import { html, LitElement } from 'lit';

/** The least that lit can show: the measure for how much more an element of ours costs. */
class BareElement extends LitElement {
  override render() {
    return html`<button>Cancel renewal</button>`;
  }
}

customElements.define('bare-element', BareElement);
