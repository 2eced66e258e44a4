import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {readNotification} from '../../src/protocol/notification.ts';

const NOW = 1_800_000_000_000;
const message = {id: 'm1', title: 'Order sent', createdDate: NOW - 1000, newMessage: true};

describe('readNotification', () => {
  it('reads a message of the base contract', () => {
    const notification = readNotification(
      {...message, content: 'On its way', link: 'https://a.example/1'},
      NOW,
    );
    expect(notification).to.include({id: 'm1', title: 'Order sent', content: 'On its way', readAt: null});
    expect(notification?.link).to.equal('https://a.example/1');
  });

  it('takes the ISO date of older platforms', () => {
    const {createdDate: _, ...older} = message;
    expect(readNotification({...older, createDate: '2026-11-01T10:00:00Z'}, NOW)?.createdAt).to.equal(
      Date.parse('2026-11-01T10:00:00Z'),
    );
  });

  it('keeps a date from 1970', () => {
    expect(readNotification({...message, createdDate: 0}, NOW)?.createdAt).to.equal(0);
  });

  it('takes now for a date that is none', () => {
    for (const createdDate of ['soon', NaN, 9e15, {}, null]) {
      expect(readNotification({...message, createdDate}, NOW)?.createdAt).to.equal(NOW);
    }
  });

  it('knows a read one by its flag, by its status, and by its time', () => {
    expect(readNotification({...message, newMessage: false}, NOW)?.readAt).to.equal(message.createdDate);
    expect(readNotification({...message, newMessage: undefined, status: 'OPENED'}, NOW)?.readAt).to.be.a(
      'number',
    );
    expect(readNotification({...message, newMessage: false, readAt: 77}, NOW)?.readAt).to.equal(77);
  });

  it('drops a link that would run script, and keeps the message', () => {
    const notification = readNotification(
      {...message, link: 'javascript:alert(1)', image: 'data:image/svg+xml,1'},
      NOW,
    );
    expect(notification?.id).to.equal('m1');
    expect(notification?.link).to.equal(undefined);
    expect(notification?.image).to.equal(undefined);
  });

  it('keeps a message without a title', () => {
    expect(readNotification({...message, title: null}, NOW)?.title).to.equal('');
  });

  it('leaves out actions without a name or a number', () => {
    const actions = [{id: 'a', label: 'Track'}, {id: 'b'}, null, 'c', {label: 'x'}];
    expect(readNotification({...message, actions}, NOW)?.actions.map(({id}) => id)).to.deep.equal(['a']);
  });

  it('refuses what has no id', () => {
    for (const raw of [null, undefined, 'm1', [], {}, {id: ''}, {id: {}}, {title: 'x'}]) {
      expect(readNotification(raw, NOW)).to.equal(undefined);
    }
  });

  it('never throws, and always gives dates that can be printed', () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.anything()), (raw, extra) => {
        for (const value of [raw, {id: 'x', ...extra}, {...message, ...extra}]) {
          const notification = readNotification(value, NOW);
          if (notification) new Date(notification.createdAt).toISOString();
        }
      }),
      {numRuns: 500},
    );
  });
});
