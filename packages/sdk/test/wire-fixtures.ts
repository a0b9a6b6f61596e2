import type {
  AfterCancel,
  CancelPreview,
  Declaration,
  DeclarationForm,
  FactorList,
  FactorSetup,
  Membership,
  PasskeyAssertion,
  Receipt,
  RenewalOutcome,
  Session,
  SupportRequest,
  Verification,
  VerificationMethod,
  WithdrawPreview,
} from '@leavewell/contract';

const asOf = '2026-11-22T02:42:00Z';

/** A monthly membership in Shanghai that renews on 1 January, as the server answers it. */
export function membership(changes: Partial<Membership> = {}): Membership {
  return {
    id: 'm_pro',
    version: 3,
    asOf,
    plan: { id: 'pro', name: 'Pro', benefits: [{ id: 'export', name: 'Batch export' }] },
    account: { kind: 'company', name: 'Northwind' },
    holder: { id: 'li-wen', name: 'Li Wen' },
    orderNumber: 'NW-1',
    seats: 5,
    kind: 'recurring',
    access: 'granted',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    scheduledChange: { action: 'renew', at: '2026-12-31T16:00:00Z' },
    state: 'renewing',
    timeZone: 'Asia/Shanghai',
    startsAt: '2026-01-31T16:00:00Z',
    periodStartsAt: '2026-11-30T16:00:00Z',
    accessEndsAt: '2026-12-31T16:00:00Z',
    lastDay: '2026-12-31',
    nextChargeAt: '2026-12-31T16:00:00Z',
    cancelBy: '2026-12-31T16:00:00Z',
    nextLastDay: '2027-01-31',
    endedAt: null,
    resumesAt: null,
    price: { amount: 4900, currency: 'CNY', interval: { unit: 'month', count: 1 } },
    paymentMethod: { brand: 'Visa', last4: '4242' },
    actions: {
      cancelRenewal: { allowed: true, refusal: null, label: null },
      resumeRenewal: { allowed: false, refusal: { code: 'renewal_already_on', remedy: 'none', contact: null }, label: null },
      withdraw: { allowed: false, refusal: { code: 'withdrawal_over', remedy: 'none', contact: null }, label: null },
    },
    withdrawBy: null,
    pendingCommand: null,
    receiptId: null,
    ...changes,
  };
}

/** The same membership after renewal was switched off by the member. */
export function membershipEnding(changes: Partial<Membership> = {}): Membership {
  return membership({
    version: 4,
    renewal: 'off',
    renewalOff: { by: 'member', at: asOf },
    scheduledChange: { action: 'end', at: '2026-12-31T16:00:00Z' },
    state: 'ending',
    nextChargeAt: null,
    nextLastDay: null,
    actions: {
      ...membership().actions,
      cancelRenewal: { allowed: false, refusal: { code: 'renewal_already_off', remedy: 'none', contact: null }, label: null },
      resumeRenewal: { allowed: true, refusal: null, label: null },
    },
    receiptId: 'CR-7F3K-29QD',
    ...changes,
  });
}

/** A verification by one of these, best first. */
export function by(...methods: VerificationMethod[]): CancelPreview['verification'] {
  return { required: true, methods };
}

/** What cancelling would do; no proof and no declaration is asked for unless a test says so. */
export function preview(changes: Partial<CancelPreview> = {}): CancelPreview {
  return {
    membership: membership(),
    firstDayWithout: '2027-01-01',
    chargeStopped: membership().price,
    verification: { required: false, methods: [] },
    place: 'CN',
    confirmLabel: null,
    form: null,
    isPure: false,
    ...changes,
  };
}

/** What withdrawing would do. */
export function withdrawPreview(changes: Partial<WithdrawPreview> = {}): WithdrawPreview {
  const withdraw = { allowed: true, refusal: null, label: { text: 'withdraw from contract here', language: 'en' } };
  return {
    membership: membership({ actions: { ...membership().actions, withdraw }, withdrawBy: '2026-12-06T16:00:00Z' }),
    refund: { amount: 4900, currency: 'CNY', by: '2026-12-06' },
    verification: { required: false, methods: [] },
    place: 'EU',
    confirmLabel: { text: 'confirm withdrawal', language: 'en' },
    ...changes,
  };
}

export const receipt: Receipt = {
  id: 'CR-7F3K-29QD',
  command: 'cancelRenewal',
  kind: 'recurring',
  membershipId: 'm_pro',
  orderNumber: 'NW-1',
  planName: 'Pro',
  accountName: 'Northwind',
  requestedBy: 'Li Wen',
  requestedAt: asOf,
  requestedAtLocal: '2026-11-22T10:42:00+08:00',
  channel: 'session',
  timeZone: 'Asia/Shanghai',
  accessEndsAt: '2026-12-31T16:00:00Z',
  lastDay: '2026-12-31',
  nextChargeAt: null,
  paymentOwed: false,
  price: { amount: 4900, currency: 'CNY', interval: { unit: 'month', count: 1 } },
  refund: null,
  resumableUntil: '2026-12-31T16:00:00Z',
  contact: [{ kind: 'email', value: 'help@northwind.example' }],
  place: 'CN',
  declaration: null,
  verifiedBy: null,
  intentId: 'intent-1',
  providerReference: null,
};

export const canceled: RenewalOutcome & { receipt: Receipt } = { membership: membershipEnding(), receipt };

/** The same membership while the billing company has not confirmed that renewal is off. */
export function membershipPending(changes: Partial<Membership> = {}): Membership {
  return membership({ version: 4, pendingCommand: { command: 'cancelRenewal', since: asOf }, ...changes });
}

export const unconfirmed: RenewalOutcome = { membership: membershipPending(), receipt: null };

export const resumed: RenewalOutcome & { receipt: Receipt } = {
  membership: membership({ version: 5 }),
  receipt: { ...receipt, id: 'RR-5C2M-84TX', command: 'resumeRenewal', nextChargeAt: '2026-12-31T16:00:00Z' },
};

export function verification(changes: Partial<Verification> = {}): Verification {
  return {
    id: 'v_1',
    method: 'sms_code',
    destination: '+86 138 •••• 2207',
    codeLength: 6,
    passkey: null,
    attemptsLeft: 5,
    expiresAt: '2026-11-22T02:52:00Z',
    resendAt: '2026-11-22T02:43:00Z',
    asOf,
    ...changes,
  };
}

export const proof = { proof: 'proof-1', expiresAt: '2026-11-22T02:47:00Z' };

export const session: Session = {
  asOf,
  member: { id: 'li-wen', name: 'Li Wen' },
  account: { id: 'northwind', kind: 'company', name: 'Northwind' },
  permissions: ['cancel_own'],
  policy: { place: 'CN', verification: { cancelRenewal: ['sms_code'] } },
  verificationMethods: [{ method: 'sms_code', destination: '+86 138 •••• 2207' }],
  supportChannels: [{ kind: 'email', value: 'help@northwind.example' }],
};

/** A person was asked to cancel. */
export const supportRequest: SupportRequest = {
  id: 'SR-7F3K-29QD',
  kind: 'cannot_cancel',
  membershipId: 'm_pro',
  planName: 'Pro',
  requestedAt: asOf,
  timeZone: 'Asia/Shanghai',
};

export const declaration: Declaration = {
  terminationKind: 'ordinary',
  name: 'Li Wen',
  contract: 'NW-1',
  endDate: null,
  email: 'li.wen@northwind.example',
};

/** The form of a place that asks for a declaration, with what is known. */
export function declarationForm(changes: Partial<DeclarationForm> = {}): DeclarationForm {
  return {
    fields: ['termination_kind', 'name', 'contract', 'end_date', 'email'],
    review: false,
    known: declaration,
    ...changes,
  };
}

export const withdrawn: RenewalOutcome & { receipt: Receipt } = {
  membership: membership({ version: 4, access: 'ended', state: 'revoked', renewal: 'off', receiptId: 'WR-5C2M-84TX' }),
  receipt: {
    ...receipt,
    id: 'WR-5C2M-84TX',
    command: 'withdraw',
    refund: { amount: 4900, currency: 'CNY', by: '2026-12-06' },
  },
};

/** What the authenticator is asked, while it is asked. */
export function passkeyVerification(changes: Partial<Verification> = {}): Verification {
  const allowCredentials = [{ id: 'a2V5', type: 'public-key' }];
  const passkey = { challenge: 'Y2g', rpId: 'host.example', timeout: 60_000, userVerification: 'required', allowCredentials };
  return verification({ id: 'v_p', method: 'passkey', destination: null, codeLength: null, passkey, ...changes });
}

/** What an authenticator signed. */
export const assertion: PasskeyAssertion = {
  id: 'a2V5',
  rawId: 'a2V5',
  type: 'public-key',
  response: { authenticatorData: 'YXV0aA', clientDataJSON: 'e30', signature: 'c2ln', userHandle: null },
};

/** A question with two reasons, and an offer. */
export function afterCancel(changes: Partial<AfterCancel> = {}): AfterCancel {
  return {
    survey: { reasons: [{ id: 'price', text: 'Too expensive' }, { id: 'unused', text: 'I do not use it' }] },
    offer: {
      id: 'o_1',
      membershipId: 'm_pro',
      title: 'One more month',
      text: 'A month on us, and nothing renews after it.',
      price: null,
      endsAt: '2027-01-31T16:00:00Z',
      renews: false,
    },
    ...changes,
  };
}

export const factorList: FactorList = {
  items: [{ id: 'f_1', method: 'totp', label: 'Phone', createdAt: asOf, lastUsedAt: null }],
};

/** An authenticator app that is being set up. */
export const factorSetup: FactorSetup = {
  id: 'f_1',
  method: 'totp',
  passkey: null,
  otpauth: 'otpauth://totp/Northwind?secret=JBSWY3DP',
  expiresAt: '2026-11-22T02:52:00Z',
};
