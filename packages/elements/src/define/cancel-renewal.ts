import { CancelRenewalElement } from '../cancel-renewal/cancel-renewal-element.ts';

// A second copy on the page leaves the first one in charge.
if (!customElements.get('cancel-renewal')) customElements.define('cancel-renewal', CancelRenewalElement);

declare global {
  interface HTMLElementTagNameMap {
    'cancel-renewal': CancelRenewalElement;
  }
}
