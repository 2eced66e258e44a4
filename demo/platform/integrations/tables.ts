import type {StoredHeader} from './headers.ts';

export interface Parameter {
  name: string;
  value: string;
}

/** A display template; what is in it is the browser's affair. */
export type TemplateJson = Record<string, unknown>;

/** What each table is for stands in the migrations. */
export interface IntegrationTables {
  integrations: {
    id: string;
    team_id: string;
    version: number;
    name: string;
    description: string;
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    url: string;
    headers: StoredHeader[];
    query: Parameter[];
    body: string | null;
    cache_minutes: number;
    is_active: boolean;
    is_displayed: boolean;
    template: TemplateJson | null;
    updated_at: number;
    updated_by: string;
  };
  inbox_integrations: {inbox_id: string; integration_id: string; is_enabled: boolean};
  client_integrations: {
    team_id: string;
    version: number;
    is_enabled: boolean;
    method: 'GET' | 'POST';
    url: string;
    headers: StoredHeader[];
    query: Parameter[];
    body: string | null;
    updated_at: number;
    updated_by: string;
  };
}
