import './cancel-renewal.ts';
import { MemberCenterElement } from '../member-center/member-center-element.ts';

// A second copy on the page leaves the first one in charge.
if (!customElements.get('member-center')) customElements.define('member-center', MemberCenterElement);

declare global {
  interface HTMLElementTagNameMap {
    'member-center': MemberCenterElement;
  }
}
