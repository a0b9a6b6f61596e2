import type { Recording, Screen, ScreenElement, Thresholds, Walk } from '../src/index.ts';

/** What BASE asks, on a page that has to be pure as well. */
export const strict: Thresholds = {
  profile: 'BASE',
  activations: 2,
  screensBetween: 0,
  labels: { open: ['Cancel subscription'], confirm: ['Cancel now'] },
  isPure: true,
  needsLoggedOut: true,
  survey: 'after',
  offer: 'after',
  receiptSeconds: 60,
};

/** A visible element; a paragraph unless told otherwise. */
export function element(given: Partial<ScreenElement> & { readonly key: number }): ScreenElement {
  const text = given.text ?? given.name ?? '';
  return {
    tag: given.role === 'heading' ? 'h1' : (given.role ?? 'p'),
    role: 'p',
    name: text,
    text,
    description: '',
    box: { x: 20, y: given.key * 50, width: 160, height: 44 },
    isVisible: true,
    isFixed: false,
    closedIn: null,
    font: { size: 16, weight: 400 },
    color: [0, 0, 0],
    background: [255, 255, 255],
    isDisabled: false,
    isChecked: false,
    isRequired: false,
    isFilled: false,
    inputType: '',
    sentAs: '',
    autocomplete: '',
    href: null,
    form: null,
    extras: [],
    isLive: false,
    ancestors: [100],
    within: ['main'],
    ...given,
  };
}

/** A screen with these elements. */
export function screenOf(elements: readonly ScreenElement[], given: Partial<Screen> = {}): Screen {
  return {
    url: 'https://example.com/account',
    title: 'Example',
    language: 'en',
    viewport: { width: 1280, height: 800 },
    pageHeight: 800,
    scrolled: 0,
    bodyFontSize: 16,
    text: elements.map(({ text }) => text).join('\n'),
    frontText: elements.map(({ text }) => text).join('\n'),
    elements,
    focusOrder: elements.filter(({ role }) => role === 'button').map(({ key }) => key),
    focused: null,
    dialog: null,
    restless: [],
    document: 1,
    picture: null,
    ...given,
  };
}

const entry = element({ key: 2, role: 'button', name: 'Cancel subscription' });
export const memberPage = screenOf([element({ key: 1, role: 'heading', name: 'Your membership' }), entry]);

export const confirmElements: readonly ScreenElement[] = [
  element({ key: 1, role: 'heading', name: 'Cancel' }),
  element({ key: 2, role: 'dd', tag: 'dd', text: '31 December 2026' }),
  element({ key: 3, role: 'button', name: 'Cancel now' }),
  element({ key: 4, role: 'button', name: 'Keep it on' }),
];

export const receipt = [
  'Reference: CR-7F3K-29QD',
  'Contract: Pro',
  'Requested: 22 November 2026, 10:42, Asia/Shanghai (UTC+8)',
  'Access until 31 December 2026.',
  'No further charge.',
  'Refund: none is due.',
  'You can resume until then.',
  'Questions? help@example.com',
].join('\n');

const doneElements = [
  element({ key: 1, role: 'heading', name: 'Your subscription is canceled' }),
  element({ key: 2, role: 'status', text: receipt, isLive: true }),
];
const after = screenOf([element({ key: 1, text: 'Access until 31 December 2026.' })]);
const undoScreen = screenOf([
  element({ key: 1, text: '€9.00, next charge on 1 January 2027' }),
  element({ key: 2, role: 'button', name: 'Resume renewal' }),
]);
const form = screenOf([element({ key: 1, role: 'textbox', name: 'E-mail' })]);

/** The way of a flow without a fault; the confirming screen may be another, and anything else. */
export function walkWith(elements: readonly ScreenElement[] = confirmElements, given: Partial<Walk> = {}): Walk {
  const screen = screenOf(elements, { document: 2 });
  const done = screenOf(doneElements, { document: 3 });
  return {
    screens: [memberPage, screen, done],
    presses: [
      { kind: 'open', label: 'Cancel subscription', screen: 0 },
      { kind: 'confirm', label: 'Cancel now', screen: 1 },
    ],
    confirming: { screen, confirm: 3, keep: 4, frames: [{ at: 10, answeredAt: 5, headings: ['Cancel'], controls: ['Cancel now'] }] },
    done,
    answers: [{ method: 'POST', url: 'https://example.com/cancel', status: 200, saidMeanwhile: '' }],
    lastWords: '',
    forcedReason: null,
    pasteWorked: null,
    stuck: null,
    doneAt: 0,
    ...given,
  };
}

/** What was seen of a flow without a fault, with what is given instead. */
export function recordingWith(given: Partial<Recording> = {}): Recording {
  const walk = given.walk ?? walkWith();
  return {
    url: 'https://example.com/account',
    language: 'en',
    entries: [{ screen: memberPage, entry: 2 }],
    walk,
    urgency: [{ name: 'the member page', before: memberPage, after: memberPage }],
    focusShows: true,
    returns: [{ declined: 'Keep it on', screens: [memberPage] }],
    receipts: (['screen', 'file', 'mail'] as const).map((surface) => ({ surface, text: receipt, after: 100 })),
    mailAsked: true,
    zones: ['Pacific/Pago_Pago', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((zone) => ({ zone, screen: after })),
    truth: { lastDay: '2026-12-31', source: 'https://example.com/api' },
    loggedOut: { screen: form, status: 200, hasPassword: false, sent: 'Cancel now', answered: 200, after: form },
    undo: { screens: [undoScreen], presses: ['Resume renewal'], codes: 0, done: memberPage, stuck: null },
    timed: ['60 days', '5 min'].map((before) => ({ before, walk: walkWith(), charged: false })),
    signUpActivations: 4,
    ...given,
  };
}
