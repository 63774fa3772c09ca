import { api, body, type Schemas, seen } from '~/api/client';

export type Team = Schemas['TeamDto'];
export type TeamYear = Schemas['TeamYearDto'];
export type Session = Schemas['TeamSessionDto'];
export type Product = Schemas['TeamProductDto'];
type Activity = Schemas['TeamActivityDto'];

/** Where a record of a team belongs. */
export interface Place {
  teamKey: string;
  year: number;
}

/** The address of a record with the version that the person saw. */
const at = ({ id, version }: { id: string; version: number }) => ({
  path: { id },
  header: seen(version),
});

export const storeTeam = (
  input: Schemas['TeamInput'],
  key: string,
  before: Team | undefined,
): Promise<Team> =>
  before
    ? body(
        api.PUT('/api/teams/{key}', { params: { path: { key }, header: seen(before.version) }, body: input }),
      )
    : body(api.POST('/api/teams', { body: { ...input, key } }));

export const storeYear = (
  input: Schemas['TeamYearInput'],
  { teamKey: key, year }: Place,
  { version }: TeamYear,
): Promise<TeamYear> =>
  body(
    api.PUT('/api/teams/{key}/years/{year}', {
      params: { path: { key, year }, header: seen(version) },
      body: input,
    }),
  );

export const storeActivity = (
  input: Schemas['TeamActivityInput'],
  place: Place,
  before: Activity | undefined,
): Promise<Activity> =>
  before
    ? body(api.PUT('/api/team-activities/{id}', { params: at(before), body: input }))
    : body(api.POST('/api/team-activities', { body: { ...input, ...place } }));

export const storeSession = (
  input: Schemas['TeamSessionInput'],
  place: Place,
  before: Session | undefined,
): Promise<Session> =>
  before
    ? body(api.PUT('/api/team-sessions/{id}', { params: at(before), body: input }))
    : body(api.POST('/api/team-sessions', { body: { ...input, ...place } }));

export const storeProduct = (
  input: Schemas['TeamProductInput'],
  place: Place,
  before: Product | undefined,
): Promise<Product> =>
  before
    ? body(api.PUT('/api/team-products/{id}', { params: at(before), body: input }))
    : body(api.POST('/api/team-products', { body: { ...input, ...place } }));

export function storeFile(file: File, product: Product): Promise<Product> {
  const form = new FormData();
  form.append('file', file);
  return body(
    api.PUT('/api/team-products/{id}/file', {
      params: at(product),
      body: { file: file.name },
      bodySerializer: () => form,
    }),
  );
}

export const removeFile = (product: Product): Promise<Product> =>
  body(api.DELETE('/api/team-products/{id}/file', { params: at(product) }));
