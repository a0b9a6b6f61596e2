import { expect, fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { cancelPage, centerPage } from './member-page.ts';

const white = 'rgb(255, 255, 255)';
const night = 'rgb(23, 24, 28)';

describe('light and dark', () => {
  afterEach(async () => {
    document.documentElement.style.colorScheme = '';
    await emulateMedia({ colorScheme: 'light' });
  });

  it('stay light on a page that is only light, whatever the system prefers', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const page = await centerPage();
    expect(getComputedStyle(page.part('panel')).backgroundColor).to.equal(white);
  });

  it('follow the system on a page that does', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    const page = await centerPage();
    expect(getComputedStyle(page.part('panel')).backgroundColor).to.equal(white);
    await emulateMedia({ colorScheme: 'dark' });
    await waitUntil(() => getComputedStyle(page.part('panel')).backgroundColor === night);
  });

  it('follow a part of the page that is dark, in the dialog too', async () => {
    const page = await cancelPage();
    const dark = await fixture<HTMLElement>('<section lang="en"></section>');
    dark.style.colorScheme = 'dark';
    dark.append(page.element);
    await page.press('cancel-button');
    await page.see('confirm-button');
    expect(getComputedStyle(page.part('dialog')).backgroundColor).to.equal(night);
  });
});

describe('the look of a page', () => {
  it('gives its own colour to the entry, which stands on its ground', async () => {
    const page = await cancelPage();
    page.element.style.color = 'rgb(0, 80, 0)';
    const button = await page.see('cancel-button');
    expect(getComputedStyle(button).color).to.equal('rgb(0, 80, 0)');
    expect(getComputedStyle(button).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('uses one accent, for the time that is used', async () => {
    const page = await centerPage();
    page.element.style.setProperty('--member-accent-color', 'rgb(0, 0, 200)');
    const coloured = [...(page.element.shadowRoot?.querySelectorAll('*') ?? [])].filter((element) => {
      const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
      return element.checkVisibility() && [color, backgroundColor, borderTopColor].includes('rgb(0, 0, 200)');
    });
    expect(new Set(coloured.map(({ className }) => className))).to.deep.equal(new Set(['used', 'cap', 'now']));
  });

  it('has numbers of one width, so that dates and times do not dance', async () => {
    const page = await centerPage();
    expect(getComputedStyle(page.part('expiry')).fontVariantNumeric).to.equal('tabular-nums');
  });

  it('never uses colour alone: every badge has its words (S76)', async () => {
    const page = await centerPage();
    for (const badge of page.element.shadowRoot?.querySelectorAll<HTMLElement>('[part=status]') ?? []) {
      expect(badge.innerText.trim()).not.to.equal('');
    }
  });

  it('lets a page style every part from outside', async () => {
    const page = await centerPage();
    const style = document.createElement('style');
    style.textContent =
      'member-center::part(expiry) { color: rgb(9, 9, 9); } member-center::part(card) { outline: 3px solid; }';
    document.head.append(style);
    expect(getComputedStyle(page.part('expiry')).color).to.equal('rgb(9, 9, 9)');
    expect(getComputedStyle(page.part('card')).outlineWidth).to.equal('3px');
    style.remove();
  });
});
