import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/agent/integrations/define.ts';
import {nextEvent} from '../../elements/next-event.ts';
import {AgentApiError, type AgentClient} from '../../../src/agent/client.ts';
import type {AgentIntegrationEditor} from '../../../src/agent/integrations/integration-editor.ts';
import type {AgentIntegrations} from '../../../src/agent/integrations/integrations.ts';
import type {AgentVariableField} from '../../../src/agent/integrations/variable-field.ts';
import type {Integration, TestRequest, TestResult} from '../../../src/agent/records.ts';

const integration: Integration = {
  id: 'i-1',
  version: 3,
  name: 'Customer data',
  description: 'From the CRM',
  method: 'POST',
  url: 'https://crm.example/{{contact.email}}',
  headers: [{name: 'Authorization', value: null, secret: true, hasValue: true}],
  query: [],
  body: '{"a": 1}',
  cacheMinutes: 15,
  isActive: true,
  display: true,
  template: null,
  inboxIds: ['one'],
  updatedAt: '2026-11-21T10:00:00.000Z',
  updatedBy: 'Nadia',
};
const inboxes = [
  {id: 'one', name: 'Website chat', channel: 'chat'},
  {id: 'two', name: 'Orders', channel: 'email'},
];
const variables = [{name: 'contact.email', description: 'The contact’s e-mail', sample: 'a@b.example'}];

/** A platform that answers what a test wants, and remembers what it was told. */
function fakeClient(answers: Partial<AgentClient>) {
  const refuse = () => Promise.reject(new AgentApiError(500, 'internal', 'Nobody asked for this.'));
  const names = ['integrations', 'saveIntegration', 'removeIntegration', 'testIntegration', 'contacts'];
  const client = Object.fromEntries(names.map((name) => [name, refuse]));
  return {...client, variables: () => Promise.resolve(variables), ...answers} as AgentClient;
}

async function editorWith(answers: Partial<AgentClient>, record: Integration | null = integration) {
  const editor = await fixture<AgentIntegrationEditor>(
    html`<agent-integration-editor
      .client=${fakeClient(answers)}
      .integration=${record}
      .inboxes=${inboxes}
      .variables=${variables}
    ></agent-integration-editor>`,
  );
  await editor.updateComplete;
  const find = <T extends HTMLElement>(selector: string) => editor.shadowRoot!.querySelector<T>(selector)!;
  const button = (text: string) =>
    [...editor.shadowRoot!.querySelectorAll('button')].find(({textContent}) => textContent?.trim() === text)!;
  const type = async (selector: string, value: string) => {
    const field = find<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    await editor.updateComplete;
  };
  return {editor, find, button, type};
}

/** Everything that needs no more news has happened. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('<agent-integration-editor>', () => {
  it('saves what stands in the form, with the secret as it was and the version that was read', async () => {
    const saved: unknown[] = [];
    const {editor, button, type} = await editorWith({
      saveIntegration: (record) => {
        saved.push(record);
        return Promise.resolve({...integration, name: record.name, version: 4});
      },
    });
    await type('#name', 'Renamed');
    const event = nextEvent(editor, 'integration-save');
    button('Save').click();
    expect((await event).integration.version).to.equal(4);
    expect(saved).to.have.length(1);
    expect(saved[0]).to.include({id: 'i-1', version: 3, name: 'Renamed', body: '{"a": 1}'});
    expect((saved[0] as Integration).headers).to.eql([{name: 'Authorization', value: null, secret: true}]);
    expect((saved[0] as Integration).inboxIds).to.eql(['one']);
  });

  it('marks what the platform does not take, and goes there', async () => {
    const errors = [{path: 'name', message: 'needs a name'}];
    const {editor, find, button} = await editorWith({
      saveIntegration: () => Promise.reject(new AgentApiError(400, 'invalid-request', 'No.', {errors})),
    });
    button('Testing').click();
    await editor.updateComplete;
    button('Save').click();
    await settle();
    await editor.updateComplete;
    expect(find('#name').getAttribute('aria-invalid')).to.equal('true');
    expect(editor.shadowRoot!.activeElement).to.equal(find('#name'));
    expect(find('#error-name').textContent).to.equal('needs a name');
  });

  it('keeps what was typed when somebody else was faster, and offers theirs', async () => {
    const {editor, find, button, type} = await editorWith({
      saveIntegration: () => Promise.reject(new AgentApiError(409, 'conflict', 'Changed.')),
      integration: () => Promise.resolve({...integration, name: 'Theirs', version: 9}),
    });
    await type('#name', 'Mine');
    button('Save').click();
    await settle();
    await editor.updateComplete;
    expect(find<HTMLInputElement>('#name').value).to.equal('Mine');
    button('Load again').click();
    await settle();
    await editor.updateComplete;
    expect(find<HTMLInputElement>('#name').value).to.equal('Theirs');
    expect(editor.integration?.version).to.equal(9);
  });

  it('asks before it deletes', async () => {
    const removed: string[] = [];
    const {editor, button} = await editorWith({
      removeIntegration: (id) => {
        removed.push(id);
        return Promise.resolve();
      },
    });
    button('Delete').click();
    await editor.updateComplete;
    expect(removed).to.eql([]);
    const event = nextEvent(editor, 'integration-delete');
    button('Delete for good').click();
    expect((await event).id).to.equal('i-1');
    expect(removed).to.eql(['i-1']);
  });

  it('tries out what stands in the form, and shows the call both ways', async () => {
    const asked: [string | undefined, TestRequest][] = [];
    const searched: string[] = [];
    const maya = {id: 'c-1', name: 'Maya', emails: [], phones: [], externalId: null, attributes: {}};
    const result: TestResult = {
      request: {method: 'POST', url: 'https://crm.example/x', headers: [], body: null},
      response: {status: 200, headers: {}, body: '{"tier":"Gold"}', bytes: 15, isTruncated: false},
      milliseconds: 42,
      cache: 'bypass',
      keptAt: null,
      error: null,
    };
    const {editor, find, button, type} = await editorWith({
      testIntegration: (id, request) => {
        asked.push([id, request]);
        return Promise.resolve(result);
      },
      contacts: (query = '') => {
        searched.push(query);
        return Promise.resolve({list: [maya], next: null});
      },
    });
    await type('#name', 'Not saved');
    button('Testing').click();
    await editor.updateComplete;
    button('Send the request').click();
    await settle();
    await editor.updateComplete;
    const [[id, request]] = asked as [[string, TestRequest]];
    expect([id, request.draft?.name, request.inboxId]).to.eql(['i-1', 'Not saved', 'one']);
    expect(request.contact?.email).to.contain('@');
    const text = () => find('.outcome').textContent;
    for (const sight of ['200', '42 ms', '15 B', '"tier": "Gold"', 'POST https://crm.example/x'])
      expect(text()).to.contain(sight);
    expect(text()).to.contain('Not used. No answer is kept for profiles.');

    // With somebody who exists, of whom an answer is kept.
    result.keptAt = new Date(Date.now() - 3.5 * 60_000).toISOString();
    find('[name=who]:not(:checked)').click();
    await settle();
    await editor.updateComplete;
    expect(button('Send the request').disabled).to.equal(true);
    find('[name=contact]').click();
    await editor.updateComplete;
    button('Send the request').click();
    await settle();
    await editor.updateComplete;
    expect(searched).to.eql(['']);
    expect([asked[1]![1].contactId, asked[1]![1].contact]).to.eql(['c-1', undefined]);
    expect(text()).to.contain('Not used. Profiles show an answer fetched 3 minutes ago.');
  });

  it('sends nothing with attributes that are no JSON', async () => {
    const {editor, find, button, type} = await editorWith({});
    button('Testing').click();
    await editor.updateComplete;
    await type('#sample-attributes', '{');
    button('Send the request').click();
    await editor.updateComplete;
    expect(find('#sample-error').textContent).to.contain('not a JSON object');
    expect(find('.outcome')).to.equal(null);
  });

  it('moves along its tabs by the arrow keys', async () => {
    const {editor, find} = await editorWith({});
    const press = async (key: string) => {
      find('[role=tablist]').dispatchEvent(
        new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}),
      );
      await editor.updateComplete;
      await settle();
      return editor.tab;
    };
    expect(await press('ArrowRight')).to.equal('testing');
    expect(await press('End')).to.equal('template');
    expect(await press('ArrowRight')).to.equal('configuration');
    expect(editor.shadowRoot!.activeElement?.id).to.equal('tab-configuration');
  });

  it('can be read, and not changed, by who is no admin', async () => {
    const {editor, button} = await editorWith({});
    editor.readOnly = true;
    await editor.updateComplete;
    expect(button('Save')).to.equal(undefined);
    for (const field of editor.shadowRoot!.querySelectorAll('input, select'))
      expect((field as HTMLInputElement).disabled).to.equal(true);
  });

  it('is accessible in each of its tabs', async () => {
    const {editor} = await editorWith({});
    for (const tab of ['configuration', 'testing', 'template'] as const) {
      editor.tab = tab;
      await editor.updateComplete;
      await expect(editor).to.be.accessible();
    }
  });
});

describe('<agent-variable-field>', () => {
  it('offers a variable while it is typed, and takes it by the keyboard', async () => {
    const field = await fixture<AgentVariableField>(
      html`<agent-variable-field label="URL" .variables=${variables}></agent-variable-field>`,
    );
    const input = field.shadowRoot!.querySelector('input')!;
    input.focus();
    input.value = 'https://crm.example/{{con';
    input.setSelectionRange(input.value.length, input.value.length);
    input.dispatchEvent(new Event('input', {bubbles: true}));
    await field.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    expect(field.shadowRoot!.querySelectorAll('[role=option]')).to.have.length(1);
    const changed = nextEvent(field, 'field-change');
    input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true}));
    expect((await changed).value).to.equal('https://crm.example/{{contact.email}}');
    await field.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });

  it('marks what nobody knows', async () => {
    const field = await fixture<AgentVariableField>(
      html`<agent-variable-field
        label="URL"
        value="{{contact.email}}{{x}}"
        .variables=${variables}
      ></agent-variable-field>`,
    );
    expect(field.shadowRoot!.querySelector('.unknown')!.textContent).to.equal('{{x}}');
    expect(field.shadowRoot!.querySelector('#unknown')!.textContent).to.contain('Unknown: x');
  });
});

describe('<agent-integrations>', () => {
  it('lists the integrations with where they are attached, and says when there are none', async () => {
    let list: Integration[] = [integration];
    const element = await fixture<AgentIntegrations>(
      html`<agent-integrations
        .client=${fakeClient({integrations: () => Promise.resolve(list)})}
        .inboxes=${inboxes}
      ></agent-integrations>`,
    );
    await settle();
    await element.updateComplete;
    const text = element.shadowRoot!.textContent;
    for (const sight of ['Customer data', 'POST crm.example · Website chat', 'Active', 'by Nadia'])
      expect(text).to.contain(sight);
    expect(element.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('/desk/integrations/i-1');
    await expect(element).to.be.accessible();
    list = [];
    await element.load();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('No integrations yet');
  });

  it('says why it cannot, and tries again', async () => {
    let isWell = false;
    const integrations = () =>
      isWell
        ? Promise.resolve([integration])
        : Promise.reject(new AgentApiError(0, 'offline', 'Not reached.'));
    const element = await fixture<AgentIntegrations>(
      html`<agent-integrations .client=${fakeClient({integrations})}></agent-integrations>`,
    );
    await settle();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('Not reached.');
    isWell = true;
    element.shadowRoot!.querySelector('button')!.click();
    await settle();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('Customer data').and.not.to.contain('Not reached.');
  });
});
