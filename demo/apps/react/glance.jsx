/** The conversation at a glance, in React: the helper's iteration as a hook. */
import {connect} from 'app-inbox/guest';
import {useEffect, useState} from 'react';
import {createRoot} from 'react-dom/client';

const allowedOrigins = JSON.parse(document.documentElement.dataset.desks);

/** What the desk says now; undefined before it has said anything. */
function useDesk() {
  const [context, setContext] = useState();
  useEffect(() => {
    const guest = connect({allowedOrigins, parts: ['conversation', 'contact', 'theme']});
    (async () => {
      for await (const next of guest) setContext(next);
    })();
    return () => guest.close();
  }, []);
  return context;
}

const when = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeStyle: 'short'});

function Tile({label, value}) {
  return (
    <div className="tile">
      <strong>{value}</strong>
      <span className="muted">{label}</span>
    </div>
  );
}

function Glance() {
  const context = useDesk();
  const scheme = context?.theme?.scheme;
  useEffect(() => {
    if (scheme) document.documentElement.dataset.scheme = scheme;
  }, [scheme]);
  if (!context) return <p className="muted">Waiting for a conversation…</p>;
  const {conversation, contact} = context;
  const said = conversation.messages.filter(({message_type: type}) => type !== 2);
  const theirs = said.filter(({message_type: type}) => type === 0).length;
  const {browser_name: browser, platform_name: platform} = conversation.additional_attributes.browser;
  return (
    <>
      <h1>{contact.name || 'A visitor'} at a glance</h1>
      <div className="tiles">
        <Tile label="messages of theirs" value={theirs} />
        <Tile label="answers" value={said.length - theirs} />
        <Tile label="unread" value={conversation.unread_count} />
      </div>
      <dl>
        <dt>State</dt>
        <dd>{conversation.status}</dd>
        <dt>Last word</dt>
        <dd>{conversation.timestamp ? when.format(conversation.timestamp * 1000) : 'none yet'}</dd>
        <dt>Labels</dt>
        <dd>{conversation.labels.join(', ') || 'none'}</dd>
        <dt>With</dt>
        <dd>{[browser, platform].filter(Boolean).join(' on ') || 'not known'}</dd>
        <dt>On page</dt>
        <dd>{conversation.additional_attributes.referer || 'not known'}</dd>
      </dl>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Glance />);
