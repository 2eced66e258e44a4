import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/agent/template-editor/define.ts';
import type {AgentTemplateEditor} from '../../../src/agent/template-editor/template-editor.ts';
import type {Template} from '../../../src/agent/templates/template.ts';

const template = (): Template => ({
  version: 1,
  type: 'card',
  title: 'Card',
  sections: [
    {type: 'text', content: 'first'},
    {type: 'card', title: 'Box', sections: [{type: 'text', content: 'inner'}]},
    {type: 'text', content: 'Hello {{name}}'},
  ],
});

async function open(more: Partial<AgentTemplateEditor> = {}) {
  const element = await fixture<AgentTemplateEditor>(
    html`<agent-template-editor .template=${template()} .sample=${{name: 'Maya'}}></agent-template-editor>`,
  );
  Object.assign(element, more);
  await element.updateComplete;
  const find = <T extends HTMLElement>(selector: string) => element.renderRoot.querySelector<T>(selector)!;
  const settle = async () => {
    await element.updateComplete;
    await element.updateComplete;
  };
  return {
    element,
    find,
    settle,
    async click(selector: string) {
      find(selector).click();
      await settle();
    },
    async key(selector: string, key: string, more: KeyboardEventInit = {}) {
      find(selector).focus();
      find(selector).dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...more}),
      );
      await settle();
    },
    async fill(label: string, value: string) {
      const field = [...element.renderRoot.querySelectorAll('label')].find(
        (found) => found.textContent === label,
      )!;
      const input = find<HTMLInputElement>(`#${CSS.escape(field.htmlFor)}`);
      input.value = value;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      await settle();
    },
    get outline() {
      return [...element.renderRoot.querySelectorAll('.outline .name')].map((row) => row.textContent.trim());
    },
    get said() {
      return find('[role="status"]').textContent;
    },
    get preview() {
      return find('.card-preview').textContent.replace(/\s+/g, ' ').trim();
    },
    get focused() {
      return (element.renderRoot.activeElement as HTMLElement | null)?.dataset.at;
    },
  };
}

describe('the template editor', () => {
  it('shows the outline, the properties and the card as agents will see it', async () => {
    const editor = await open();
    expect(editor.outline).to.deep.equal(['Card', 'first', 'Box', 'inner', 'Hello {{name}}']);
    expect(editor.preview).to.contain('Hello Maya');
    await expect(editor.element).to.be.accessible();
  });

  it('adds each type by a button, after what is selected, and into groups', async () => {
    const editor = await open();
    await editor.click('[data-at="0"]');
    await editor.click('[data-add="separator"]');
    expect(editor.outline.slice(0, 3)).to.deep.equal(['Card', 'first', 'Separator']);
    expect(editor.focused).to.equal('1');
    expect(editor.said).to.equal('Separator added, position 2 of 4 in Card');
    await editor.click('[data-at="2"]');
    await editor.click('[data-add="table"]');
    expect(editor.outline.slice(3, 6)).to.deep.equal(['Box', 'inner', 'Table']);
  });

  it('moves by keys, keeps the focus there, and says where', async () => {
    const editor = await open();
    await editor.key('[data-at="2"]', 'ArrowUp', {altKey: true});
    expect(editor.outline).to.deep.equal(['Card', 'first', 'Hello {{name}}', 'Box', 'inner']);
    expect(editor.focused).to.equal('1');
    expect(editor.said).to.equal('Hello {{name}} moved to position 2 of 3 in Card');
    await editor.key('[data-at="2.0"]', 'ArrowLeft', {altKey: true});
    expect(editor.outline.at(-1)).to.equal('inner');
    await editor.key('[data-at="0"]', 'ArrowUp', {altKey: true});
    expect(editor.said).to.equal('first can’t go there');
  });

  it('moves by the menu as by keys', async () => {
    const editor = await open();
    await editor.click('[data-drop="2"] [data-command="in"]');
    expect(editor.outline).to.deep.equal(['Card', 'first', 'Box', 'inner', 'Hello {{name}}']);
    expect(editor.focused).to.equal('1.1');
    expect(editor.find<HTMLButtonElement>('[data-drop="0"] [data-command="up"]').disabled).to.equal(true);
  });

  it('moves by dragging, and adds by dragging from the palette', async () => {
    const editor = await open();
    const drag = async (from: string, to: string, share: number) => {
      const dataTransfer = new DataTransfer();
      const {left, top, height} = editor.find(to).getBoundingClientRect();
      const at = {clientX: left + 5, clientY: top + height * share};
      const fire = (selector: string, type: string) =>
        editor
          .find(selector)
          .dispatchEvent(
            new DragEvent(type, {bubbles: true, composed: true, cancelable: true, dataTransfer, ...at}),
          );
      fire(from, 'dragstart');
      fire(to, 'dragover');
      await editor.settle();
      fire(to, 'drop');
      await editor.settle();
    };
    await drag('[data-drop="2"] .handle', '[data-drop="0"]', 0.1);
    expect(editor.outline.slice(1, 3)).to.deep.equal(['Hello {{name}}', 'first']);
    await drag('[data-drop="0"] .handle', '[data-drop="2"]', 0.5);
    expect(editor.outline).to.deep.equal(['Card', 'first', 'Box', 'inner', 'Hello {{name}}']);
    expect(editor.focused).to.equal('1.1');
    await drag('[data-add="separator"]', '[data-drop="0"]', 0.9);
    expect(editor.outline[2]).to.equal('Separator');
  });

  it('removes, takes back and does again', async () => {
    const editor = await open();
    await editor.key('[data-at="0"]', 'Delete');
    expect(editor.outline[1]).to.equal('Box');
    await editor.key('[data-at="0"]', 'z', {ctrlKey: true});
    expect(editor.outline[1]).to.equal('first');
    await editor.key('[data-at="0"]', 'Z', {ctrlKey: true, shiftKey: true});
    expect(editor.outline[1]).to.equal('Box');
    await editor.click('[data-tool="undo"]');
    expect(editor.element.template).to.deep.equal(template());
  });

  it('changes properties, tells of them, and takes typing back as one step', async () => {
    const editor = await open();
    const told: Template[] = [];
    editor.element.addEventListener('template-change', (event) => told.push(event.template));
    await editor.click('[data-at="2"]');
    await editor.fill('Text', 'By');
    await editor.fill('Text', 'Bye {{name}}');
    expect(editor.preview).to.contain('Bye Maya');
    expect(told.at(-1)).to.equal(editor.element.template);
    await editor.click('[data-tool="undo"]');
    expect(editor.preview).to.contain('Hello Maya');
  });

  it('makes conditions by menus', async () => {
    const editor = await open();
    await editor.click('[data-at="2"]');
    const select = editor.find<HTMLSelectElement>('.condition select');
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    await editor.settle();
    expect(editor.element.template!.sections[2]!.when).to.deep.equal({path: 'name', op: 'not_empty'});
    const [path, operator] = editor.element.renderRoot.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      '.comparison > *',
    );
    path!.value = 'vip';
    path!.dispatchEvent(new Event('input'));
    await editor.settle();
    (operator as HTMLSelectElement).selectedIndex = 4;
    operator!.dispatchEvent(new Event('change'));
    await editor.settle();
    expect(editor.element.template!.sections[2]!.when).to.deep.include({op: 'truthy'});
    expect(editor.preview).not.to.contain('Maya');
  });

  it('takes JSON, and keeps the last template that was one', async () => {
    const editor = await open();
    await editor.click('.tabs button:nth-of-type(2)');
    const json = editor.find<HTMLElement & {value: string}>('agent-json-editor');
    expect(JSON.parse(json.value)).to.deep.equal(template());
    const type = async (value: string) => {
      const {JsonChangeEvent} = await import('../../../src/agent/json-editor/events.ts');
      json.dispatchEvent(new JsonChangeEvent(value));
      await editor.settle();
    };
    await type('{"type":"card","sections":[{"type":"text","content":"typed"}]}');
    expect(editor.outline).to.deep.equal(['Card', 'typed']);
    await type('{"type":');
    expect(editor.find('.broken').textContent).to.contain('not a template yet');
    expect(editor.outline).to.deep.equal(['Card', 'typed']);
  });

  it('begins from a sample or a preset', async () => {
    const editor = await open({sample: {tier: 'Gold', orders: [{id: 1}]}});
    await editor.click('[data-tool="generate"]');
    expect(editor.preview).to.contain('Tier').and.to.contain('Gold').and.to.contain('Orders');
    const presets = editor.find<HTMLSelectElement>('.tools select');
    presets.value = 'tickets';
    presets.dispatchEvent(new Event('change'));
    await editor.settle();
    expect(editor.preview).to.contain('No open tickets');
  });

  it('keeps the card in sight beside a long form', async () => {
    const items = Array.from({length: 8}, (_, index) => ({label: `Row ${index}`, value: '{{name}}'}));
    const editor = await open({template: {...template(), sections: [{type: 'key-value-list', items}]}});
    editor.element.style.width = '1000px';
    await editor.click('[data-at="0"]');
    for (const row of editor.element.renderRoot.querySelectorAll('.pane details'))
      row.setAttribute('open', '');
    const top = () => Math.round(editor.find('.pane:last-child').getBoundingClientRect().top);
    expect(editor.element.clientHeight).to.be.greaterThan(2 * innerHeight);
    scrollTo(0, innerHeight);
    expect(top()).to.equal(0);
    scrollTo(0, 0);
  });

  it('shows the card on other days: without data, of long texts, of many entries, and of a failure', async () => {
    const sample = {tier: 'Gold', orders: [{id: 1}]};
    const sections: Template['sections'] = [
      {type: 'key-value-list', items: [{label: 'Tier', value: '{{tier}}'}]},
      {type: 'list', source: 'orders', item: {value: 'Order {{id}}'}, empty: 'No orders'},
    ];
    const editor = await open({sample, template: {...template(), sections}});
    const on = async (day: string) => {
      const days = editor.find<HTMLSelectElement>('select[aria-label="Preview"]');
      days.value = day;
      days.dispatchEvent(new Event('change'));
      await editor.settle();
      return editor.preview;
    };
    const populated = editor.preview;
    expect(populated).to.contain('Tier Gold').and.to.contain('Order 1');
    expect(await on('empty'))
      .to.contain('—')
      .and.to.contain('No orders')
      .and.not.to.contain('Gold');
    expect((await on('long')).length).to.be.greaterThan(2 * populated.length);
    expect(await on('many')).to.contain('Show 10 more');
    expect(await on('error')).to.equal('Card couldn’t be loaded The system did not answer in time.');
    expect(await on('populated')).to.equal(populated);
  });

  it('is not to be changed where it is read-only', async () => {
    const editor = await open({readOnly: true});
    await editor.key('[data-at="0"]', 'Delete');
    expect(editor.element.template).to.deep.equal(template());
  });
});
