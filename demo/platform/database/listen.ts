import pg from 'pg';

/** The pause before a lost connection is opened again. */
const RECONNECT_PAUSE = 1000;

/**
 * Listens on a PostgreSQL server with a connection of its own, and opens it again when it breaks.
 *
 * @param callback gets each payload; undefined after a break, because notifications are not kept for the absent
 */
export async function listenOnServer(
  url: string,
  channel: string,
  callback: (payload: string | undefined) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({connectionString: url});
    let isOpen = false;
    next.on('notification', ({payload}) => callback(payload ?? ''));
    next.on('error', (error) => console.error(`Database listener lost: ${error.message}`));
    // One that never opened ends as well: whoever opened it tries again, and two would be twice as many each time.
    next.on('end', () => {
      if (isOpen && !isOver) timer = setTimeout(reconnect, RECONNECT_PAUSE);
    });
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      next.end().catch(() => {});
      throw error;
    }
    if (isOver) return next.end();
    isOpen = true;
    client = next;
  }

  function reconnect(): void {
    connect().then(
      () => callback(undefined),
      () => {
        if (!isOver) timer = setTimeout(reconnect, RECONNECT_PAUSE);
      },
    );
  }

  await connect();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await client?.end();
  };
}
