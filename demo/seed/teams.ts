/** The demo's agents. Fixed ids, so that a restart finds them again. */
export interface DemoAgent {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'agent';
  /** Below the platform's address. */
  avatar: string;
}

export interface DemoTeam {
  id: string;
  name: string;
  agents: readonly DemoAgent[];
  inboxes: readonly {id: string; name: string; channel: string}[];
}

/** Two teams with three inboxes. `example.com` is reserved for invented addresses (RFC 2606). */
export const TEAMS: readonly DemoTeam[] = [
  {
    id: '0d000000-0000-4000-8000-000000000001',
    name: 'Customer care',
    agents: [
      {
        id: '0d000000-0000-4000-8000-000000000011',
        name: 'Nadia Petrenko',
        email: 'nadia@tilth.example.com',
        role: 'admin',
        avatar: '/desk/assets/agent-nadia.svg',
      },
      {
        id: '0d000000-0000-4000-8000-000000000012',
        name: 'Owen Hughes',
        email: 'owen@tilth.example.com',
        role: 'agent',
        avatar: '/desk/assets/agent-owen.svg',
      },
    ],
    inboxes: [
      {id: '0d000000-0000-4000-8000-000000000021', name: 'Website chat', channel: 'chat'},
      {id: '0d000000-0000-4000-8000-000000000022', name: 'Orders & returns', channel: 'email'},
    ],
  },
  {
    id: '0d000000-0000-4000-8000-000000000002',
    name: 'Wholesale',
    agents: [
      {
        id: '0d000000-0000-4000-8000-000000000013',
        name: 'Elin Sandberg',
        email: 'elin@tilth.example.com',
        role: 'admin',
        avatar: '/desk/assets/agent-elin.svg',
      },
      {
        id: '0d000000-0000-4000-8000-000000000014',
        name: 'Sami Haddad',
        email: 'sami@tilth.example.com',
        role: 'agent',
        avatar: '/desk/assets/agent-sami.svg',
      },
    ],
    inboxes: [{id: '0d000000-0000-4000-8000-000000000023', name: 'Trade desk', channel: 'phone'}],
  },
];

export const AGENTS = TEAMS.flatMap(({name: team, agents}) => agents.map((agent) => ({...agent, team})));
