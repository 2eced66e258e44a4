import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {readAvatar} from '../../src/elements/base/avatar.ts';
import {define} from '../../src/elements/base/define.ts';
import {initialsOf} from '../../src/elements/base/initials.ts';
import type {AppInboxNotification} from '../../src/elements/notification/notification.ts';
import {AppInboxToasts} from '../../src/elements/toasts/toasts.ts';
import {loadTranslation} from '../../src/i18n/translations.ts';
import './define.ts';
import {makeNotification} from './fake-inbox.ts';
import {nextEvent} from './next-event.ts';

define('app-inbox-toasts', AppInboxToasts);

const FACE = '/demo/desk/public/agent-nadia.svg';
const IMAGE = '/demo/shop/public/images/iceland.png';

/** A row and a toast of the same notification, each as the box that holds the image. */
async function show(fields: {image?: string; avatar?: unknown}) {
  await loadTranslation('en');
  const {image, avatar} = fields;
  const notification = makeNotification(0, {image, customData: {avatar}});
  const row = await fixture<AppInboxNotification>(html`
    <app-inbox-notification
      style="width: 360px"
      .language=${'en'}
      .notification=${notification}
    ></app-inbox-notification>
  `);
  // What a row is beyond its first sight comes a moment later.
  await import('../../src/elements/notification/row-tools.ts');
  await row.updateComplete;
  const toasts = await fixture<AppInboxToasts>(
    html`<app-inbox-toasts language="en" manual></app-inbox-toasts>`,
  );
  await toasts.show(notification);
  for (const animation of toasts.shadowRoot!.getAnimations()) animation.finish();
  const media = (element: Element) => element.shadowRoot!.querySelector<HTMLElement>('.media')!;
  return {row, boxes: () => [media(row), media(toasts)]};
}

const avatarIn = (box: Element) => box.querySelector<HTMLElement>('.avatar');

describe('who a notification comes from', () => {
  it('is read from an address, or from a name and an address, and from nothing else', () => {
    const read = (avatar: unknown) => readAvatar(makeNotification(0, {customData: {avatar}}));
    expect(read('https://a.example/n.png')).to.deep.equal({image: 'https://a.example/n.png', initials: ''});
    expect(read({name: 'Nadia Petrenko'})).to.deep.equal({image: undefined, initials: 'NP'});
    expect(read({name: 'Nadia', image: '/n.png'})).to.deep.equal({image: '/n.png', initials: 'N'});
    for (const nothing of [undefined, null, '', 7, true, [], {}, {name: 7}, {name: '!', image: 'data:,x'}])
      expect(read(nothing), JSON.stringify(nothing)).to.equal(undefined);
    for (const address of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'https://a:b@c.example/'])
      expect(read({name: 'N', image: address}), address).to.deep.equal({image: undefined, initials: 'N'});
  });

  it('has initials as people write them', () => {
    const names = [
      'Nadia Petrenko',
      'owen',
      'Óscar de la Hoya',
      'Anne (Support)',
      '🌱 Tilth',
      '山田 太郎',
      'عمر محمد',
      ' ',
    ];
    expect(names.map(initialsOf)).to.deep.equal(['NP', 'O', 'ÓH', 'AS', 'T', '山', 'ع', '']);
  });

  it('is round in a row and in a toast, in the image’s place, and said by nothing but the words', async () => {
    const {row, boxes} = await show({avatar: {name: 'Nadia Petrenko', image: FACE}});
    for (const box of boxes()) {
      const avatar = avatarIn(box)!;
      const picture = avatar.querySelector('img')!;
      if (!picture.complete) await nextEvent(picture, 'load');
      expect(picture.getAttribute('src')).to.equal(FACE);
      const {width, height} = avatar.getBoundingClientRect();
      const whole = box.getBoundingClientRect();
      expect([width, height], 'as large as an image').to.deep.equal([whole.width, whole.height]);
      expect(getComputedStyle(avatar).borderRadius).to.equal('50%');
      expect(getComputedStyle(box).backgroundColor, 'nothing of the box beside it').to.equal(
        'rgba(0, 0, 0, 0)',
      );
      expect(avatar.getAttribute('aria-hidden')).to.equal('true');
    }
    expect(row.getAttribute('aria-label')).to.equal('Unread, Notification 0');
    await expect(row).to.be.accessible();
  });

  it('is small at the corner of an image, and has its place where the image cannot be loaded', async () => {
    for (const [image, width] of [
      [IMAGE, 20],
      ['/no-such-image.png', undefined],
    ] as const) {
      const {row, boxes} = await show({image, avatar: {name: 'Nadia Petrenko'}});
      for (const index of [0, 1]) {
        const hasImage = () => !!boxes()[index]!.querySelector('img');
        await waitUntil(() => hasImage() === !!width, 'the image is there, or has gone');
        await row.updateComplete;
        const box = boxes()[index]!;
        const avatar = avatarIn(box)!.getBoundingClientRect();
        const whole = box.getBoundingClientRect();
        expect(avatar.width).to.equal(width ?? whole.width);
        // Over the corner, so that little of the image is covered.
        expect(avatar.right - whole.right).to.equal(width ? 4 : 0);
        expect(avatarIn(box)!.textContent.trim()).to.equal('NP');
      }
    }
  });

  it('has initials in place of a picture that does not come, and a drawing without a name', async () => {
    const seen = (box: Element) => {
      const picture = avatarIn(box)!.querySelector('img');
      return picture && getComputedStyle(picture).visibility;
    };
    for (const name of ['Nadia Petrenko', undefined]) {
      const {boxes} = await show({avatar: {name, image: '/no-such-face.png'}});
      for (const box of boxes()) {
        const picture = avatarIn(box)!.querySelector('img')!;
        if (!picture.classList.contains('missing')) await nextEvent(picture, 'error');
        expect(seen(box)).to.equal('hidden');
        expect(avatarIn(box)!.textContent.trim()).to.equal(name ? 'NP' : '');
        expect(!!avatarIn(box)!.querySelector('svg')).to.equal(!name);
      }
    }
  });

  it('follows a row whose notification changes, also after a picture that did not come', async () => {
    const {row, boxes} = await show({avatar: '/no-such-face.png'});
    const [box] = boxes();
    const picture = avatarIn(box!)!.querySelector('img')!;
    if (!picture.classList.contains('missing')) await nextEvent(picture, 'error');
    row.notification = {...row.notification!, customData: {avatar: FACE}};
    await row.updateComplete;
    await nextEvent(picture, 'load');
    expect(getComputedStyle(avatarIn(box!)!.querySelector('img')!).visibility).to.equal('visible');
    row.notification = {...row.notification, customData: {}};
    await row.updateComplete;
    expect(avatarIn(box!)).to.equal(null);
    expect(box!.querySelector('svg'), 'the drawing of its kind').to.exist;
  });
});
