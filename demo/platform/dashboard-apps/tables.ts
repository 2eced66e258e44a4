import type {Generated} from 'kysely';
import type {DashboardApp} from '../../../src/protocol/dashboard-app.ts';

/** What the frame is made with. */
export type AppSettings = Pick<DashboardApp, 'origins' | 'aliases' | 'sandbox' | 'allow' | 'referrerPolicy'>;

/** A public key as JWKS lists it (RFC 7517). */
export interface PublicKey {
  kty: string;
  crv: string;
  x: string;
  y: string;
}

/** What each table is for stands in the migrations. */
export interface DashboardAppTables {
  dashboard_apps: {
    id: string;
    team_id: string;
    version: number;
    position: number;
    name: string;
    url: string;
    placement: DashboardApp['placement'];
    inbox_ids: string[] | null;
    settings: AppSettings;
    updated_at: number;
  };
  app_signing_keys: {id: string; public_key: PublicKey; private_key: string; created_at: number};
}

/** Columns that the migration adds to tables of others. */
export interface Numbered {
  number: Generated<number>;
}
