import { Bool, OneOf, Text, Uuid, Whole } from '#platform/http';
import { BODIES, type Body } from './identity.vocabulary.js';

/** A list as a person likes to see it. */
export class SavedViewBody {
  @Text({ max: 80, description: 'What the person calls it; once a list', example: 'Late in my State' })
  name: string;

  @Text({
    min: 0,
    max: 1000,
    pattern: [/^[^?#\s]*$/, 'state=MX&stage=planning'],
    description: 'What stands behind the question mark of the address',
    example: 'state=MX&stage=planning',
  })
  search: string;

  @Bool({ description: 'Open the list so; the one that was so before no longer is', example: false })
  isDefault: boolean;

  @Text({
    optional: true,
    pattern: [/^[A-Z]{2}$/, 'MX'],
    description: 'One of the person’s own States, whose people may see it; null or without: nobody',
    example: null,
  })
  sharedState?: string | null;

  @Text({
    optional: true,
    max: 100,
    description: 'One of the person’s own teams, whose leads may see it; not beside a State',
    example: null,
  })
  sharedTeam?: string | null;

  @OneOf(BODIES, {
    optional: true,
    description: 'The person’s own body of the region, whose people may see it; not beside a State or team',
    example: null,
  })
  sharedBody?: Body | null;
}

export class NewSavedView extends SavedViewBody {
  @Text({
    max: 100,
    pattern: [/^\/[A-Za-z0-9/-]*$/, '/pledges'],
    description: 'Path of the list',
    example: '/pledges',
  })
  page: string;
}

export class SavedViewDto extends NewSavedView {
  @Uuid()
  id: string;

  @Text({
    optional: true,
    description: 'Whose it is, when somebody else shares it: it can be opened, not changed; null: one’s own',
    example: null,
  })
  owner: string | null;

  @Whole({ min: 1, example: 1 })
  version: number;
}
