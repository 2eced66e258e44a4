import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createEventParser, type StreamEvent} from '../../src/core/event-stream.ts';

function parse(...chunks: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const take = createEventParser((event) => events.push(event));
  for (const chunk of chunks) take(chunk);
  return events;
}

describe('createEventParser', () => {
  it('reads id, type and data', () => {
    expect(parse('id: 7\nevent: state\ndata: {"a":1}\n\n')).to.deep.equal([
      {id: '7', type: 'state', data: '{"a":1}'},
    ]);
  });

  it('reads a field with no space after the colon', () => {
    expect(parse('data:x\n\n')[0]?.data).to.equal('x');
  });

  it('joins several lines of data', () => {
    expect(parse('data: a\ndata: b\n\n')[0]?.data).to.equal('a\nb');
  });

  it('keeps the last id for events that bring none', () => {
    expect(parse('id: 3\ndata: a\n\ndata: b\n\n').map(({id}) => id)).to.deep.equal(['3', '3']);
  });

  it('says nothing of comments and of events without data', () => {
    expect(parse(': heartbeat\n\nid: 4\n\nevent: x\n\n')).to.deep.equal([]);
  });

  it('drops an event that the end of the stream cut off', () => {
    expect(parse('data: whole\n\ndata: ha')).to.have.length(1);
  });

  it('tells the pause that the server asks for', () => {
    const pauses: number[] = [];
    createEventParser(
      () => {},
      (pause) => pauses.push(pause),
    )('retry: 1500\nretry: soon\n\n');
    expect(pauses).to.deep.equal([1500]);
  });

  it('throws at a line that has no end', () => {
    const take = createEventParser(() => {});
    expect(() => {
      for (let i = 0; i < 20; i++) take('x'.repeat(100_000));
    }).to.throw(RangeError);
  });

  it('gives the same events however the text is cut and whatever the line ends are', () => {
    const text = fc.string({unit: fc.constantFrom('a', ' ', ':', '{', 'ö', '日'), maxLength: 8});
    const event = fc.record({id: text, type: text, data: text});
    fc.assert(
      fc.property(
        fc.array(event, {maxLength: 5}),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.nat(200)),
        (events, end, cuts) => {
          const whole = events
            .map(({id, type, data}) => [`id: ${id}`, `event: ${type}`, `data: ${data}`, '', ''].join(end))
            .join('');
          // A last carriage return waits for what may follow it.
          const stream = `${whole}: end\n`;
          const places = [...new Set(cuts)].sort((a, b) => a - b);
          const chunks = [...places, stream.length].map((place, i) =>
            stream.slice(i ? places[i - 1] : 0, place),
          );
          expect(parse(...chunks)).to.deep.equal(events.map((e) => ({...e, type: e.type || 'message'})));
        },
      ),
      {numRuns: 500},
    );
  });
});
