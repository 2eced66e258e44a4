/**
 * Who a notification comes from: `customData.avatar`, which senders and inbox have agreed on. Their picture is round, and
 * where there is none, or it does not come, the letters behind it are to be seen. Beside an image it is a small one, at
 * the image's corner.
 */
import type {Notification} from '../../protocol/notification.ts';
import {safeUrl} from '../../protocol/url.ts';
import {css} from '../../themes/css.ts';
import {initialsOf} from './initials.ts';

export interface Avatar {
  /** The address of their picture. */
  image?: string;
  /** May be empty: then a drawing stands for them. */
  initials: string;
}

/** The picture's address alone, or `{name, image}` with one of both at least; undefined for anything else. */
export function readAvatar({customData: {avatar}}: Notification): Avatar | undefined {
  const {name, image} = (typeof avatar === 'object' && avatar ? avatar : {image: avatar}) as Record<
    'name' | 'image',
    unknown
  >;
  const address = safeUrl(image, ['http:', 'https:']);
  const initials = typeof name === 'string' ? initialsOf(name) : '';
  return address || initials ? {image: address, initials} : undefined;
}

/** Somebody without a name. */
export const PERSON =
  'M12 4.5a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M4.5 20c.6-3.8 3.5-5.4 7.5-5.4s6.9 1.6 7.5 5.4';

/** For `load` and `error` of the picture. */
export const onPicture = ({type, currentTarget}: Event): void =>
  void (currentTarget as Element).classList.toggle('missing', type === 'error');

/** `.avatar` in a `.media`, which has the class `icon` where there is no image. */
export const avatarStyles = css`
  .media:has(.avatar) {
    position: relative;
    overflow: visible;
  }
  .media.icon.icon.icon:has(.avatar) {
    background: none;
  }
  .media:has(.avatar) > img {
    border-radius: inherit;
  }
  .avatar {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    border-radius: 50%;
    overflow: hidden;
    color: var(--_text);
    background: color-mix(in oklab, var(--_accent) 18%, var(--_surface));
    font-size: 15px;
    font-weight: 600;
    line-height: 1;
  }
  .avatar svg {
    width: 60%;
    height: 60%;
  }
  .media .avatar img {
    position: absolute;
    background: var(--_surface);
  }
  .avatar .missing {
    visibility: hidden;
  }
  .media:not(.icon) > .avatar {
    inset-block: auto -4px;
    inset-inline: auto -4px;
    width: 20px;
    height: 20px;
    outline: 2px solid var(--_surface);
    font-size: 9px;
  }
  @media (forced-colors: active) {
    .media.media:has(.avatar) {
      border: none;
    }
    .avatar {
      border: 1px solid;
    }
  }
`;
