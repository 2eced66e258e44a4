import type {Generated} from 'kysely';

export type Role = 'admin' | 'agent';
export type ViewKind = 'chat' | 'ticket' | 'call' | 'contact';

/** What each table is for stands in the migrations. */
export interface DeskTables {
  teams: {id: string; name: string; created_at: number};
  agents: {
    id: string;
    team_id: string;
    email: string;
    name: string;
    role: Role;
    avatar: string | null;
    password_hash: string;
    is_away: Generated<boolean>;
    created_at: number;
  };
  agent_sessions: {hash: string; agent_id: string; expires_at: number};
  inboxes: {
    id: string;
    team_id: string;
    site_id: string;
    name: string;
    channel: string;
    created_at: number;
  };
  desk_views: {
    id: string;
    inbox_id: string;
    kind: ViewKind;
    title: string;
    contact_id: number | null;
    requester_email: string | null;
    phone_number: string | null;
    external_id: string | null;
    created_at: number;
  };
  audit_log: {
    id: string;
    team_id: string;
    agent_id: string | null;
    agent_name: string;
    action: string;
    subject: string;
    detail: Record<string, unknown>;
    at: number;
  };
}
