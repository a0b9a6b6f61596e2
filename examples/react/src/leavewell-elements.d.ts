import type {
  CancelRenewalElement,
  CancelRenewalErrorEvent,
  CancelRenewalKeepEvent,
  CancelRenewalResumeEvent,
  CancelRenewalStartEvent,
  CancelRenewalSuccessEvent,
  MemberCenterElement,
  MemberCenterErrorEvent,
  MemberCenterLoadEvent,
} from '@leavewell/elements';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** What both tags take. React 19 sets functions as properties and listens to the event after `on`. */
interface CommonProps {
  endpoint?: string;
  getToken?: () => Promise<string>;
  'oncancel-renewal-start'?: (event: CancelRenewalStartEvent) => void;
  'oncancel-renewal-success'?: (event: CancelRenewalSuccessEvent) => void;
  'oncancel-renewal-resume'?: (event: CancelRenewalResumeEvent) => void;
  'oncancel-renewal-keep'?: (event: CancelRenewalKeepEvent) => void;
  'oncancel-renewal-error'?: (event: CancelRenewalErrorEvent) => void;
}

interface MemberCenterProps extends CommonProps, HTMLAttributes<MemberCenterElement> {
  'onmember-center-load'?: (event: MemberCenterLoadEvent) => void;
  'onmember-center-error'?: (event: MemberCenterErrorEvent) => void;
}

interface CancelRenewalProps extends CommonProps, HTMLAttributes<CancelRenewalElement> {
  'membership-id'?: string;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'member-center': DetailedHTMLProps<MemberCenterProps, MemberCenterElement>;
      'cancel-renewal': DetailedHTMLProps<CancelRenewalProps, CancelRenewalElement>;
    }
  }
}
