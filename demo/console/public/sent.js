/* global clearTimeout, confirm, document, location */

/** Milliseconds between two looks at the numbers, while somebody is looking. */
const INTERVAL = 3000;

const NUMBERS = ['sent', 'delivered', 'seen', 'opened', 'clicked'];
const times = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeStyle: 'short'});

/** Shows what was sent, with live numbers. @returns a function that looks again at once, at the newest page */
export function startSent(section) {
  const rows = section.querySelector('#sent-rows');
  const newer = section.querySelector('#newer');
  const older = section.querySelector('#older');
  let page = 0;
  let timer;
  /** Counts the requests: an answer that a later request has overtaken is dropped. */
  let turn = 0;

  async function refresh() {
    clearTimeout(timer);
    const mine = ++turn;
    try {
      const response = await fetch(`/console/api/messages?page=${page}`);
      if (response.status === 401) return location.assign('/console/sign-in');
      if (response.ok && mine === turn) show(await response.json());
    } catch {
      // The numbers stay as they are; the next look may get through.
    }
    if (mine === turn && document.visibilityState === 'visible') timer = setTimeout(refresh, INTERVAL);
  }

  function show({list, totalPages}) {
    section.querySelector('#sent-none').hidden = list.length > 0;
    newer.disabled = page === 0;
    older.disabled = page + 1 >= totalPages;
    const known = new Map([...rows.children].map((row) => [row.dataset.id, row]));
    // Rows are kept, so that focus and reading position stay where they are.
    const wanted = list.map((message) =>
      update(known.get(message.id) ?? createRow(message, refresh), message),
    );
    if (wanted.some((row, i) => rows.children[i] !== row) || rows.children.length !== wanted.length) {
      rows.replaceChildren(...wanted);
    }
  }

  const turnTo = (next) => {
    page = next;
    void refresh();
  };
  newer.addEventListener('click', () => turnTo(Math.max(0, page - 1)));
  older.addEventListener('click', () => turnTo(page + 1));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
  void refresh();
  return () => turnTo(0);
}

function createRow({id, title, category, sendAt}, refresh) {
  const row = document.createElement('tr');
  row.dataset.id = id;
  const head = element('th', 'message');
  head.scope = 'row';
  const name = element('span', 'message-title', title);
  name.dir = 'auto';
  const when = element('span', 'muted message-when');
  when.append([times.format(sendAt), category].filter(Boolean).join(' · '), element('span', 'state'));
  head.append(name, when);
  const end = element('td', 'end');
  const withdraw = element('button', 'link', 'Withdraw');
  withdraw.type = 'button';
  withdraw.setAttribute('aria-label', `Withdraw: ${title}`);
  withdraw.addEventListener('click', async () => {
    if (!confirm(`Withdraw "${title}"? It disappears from every inbox.`)) return;
    withdraw.disabled = true;
    const response = await fetch(`/console/api/messages/${encodeURIComponent(id)}`, {method: 'DELETE'}).catch(
      () => null,
    );
    withdraw.disabled = false;
    if (!response?.ok) withdraw.textContent = 'Failed. Try again';
    refresh();
  });
  end.append(withdraw);
  row.append(head, ...NUMBERS.map((number) => element('td', `number ${number}`)), end);
  return row;
}

function update(row, {report, withdrawn, sendAt}) {
  for (const number of NUMBERS) {
    const cell = row.querySelector(`.${number}`);
    const value = String(report[number]);
    if (cell.textContent !== value) cell.textContent = value;
    cell.classList.toggle('zero', value === '0');
  }
  row.classList.toggle('withdrawn', withdrawn);
  row.querySelector('button').hidden = withdrawn;
  row.querySelector('.state').textContent = withdrawn
    ? ' · withdrawn'
    : sendAt > Date.now()
      ? ' · scheduled'
      : '';
  return row;
}

function element(tag, className, text = '') {
  const created = document.createElement(tag);
  created.className = className;
  created.textContent = text;
  return created;
}
