import { ROLES, type Scope } from './identity.vocabulary.js';
import { meaningOf, NOT_FOR_TOKENS, PERMISSIONS, readBehind, scopeOf, SHOWS_DRAFTS } from './policy.js';

const SCOPE_WORDS: Record<Scope, string> = {
  all: 'everything, drafts included',
  submitted_only: 'every State, from submission on',
  published_only: 'every State, once published',
  own_state: 'whatever belongs to the State of the assignment',
  own_institution: 'whatever the institution of the assignment leads',
  own_commitments:
    'commitments whose focal point the person is, or which the institution of the assignment leads',
  own_team: 'whatever belongs to the Regional Technical Team of the assignment',
  own_body: 'whatever belongs to the body that the role itself is: the Secretariat',
  own_account: "the person's own account",
};

/** docs/permissions.md, from the table that the product decides by. */
export function policyPage(): string {
  const scopes = Object.entries(SCOPE_WORDS).map(([scope, words]) => `- \`${scope}\`: ${words}`);
  const rows = PERMISSIONS.map((permission) => {
    const cells = ROLES.map((role) => scopeOf(role, permission)?.replaceAll('_', ' ') ?? '');
    return `| \`${permission}\` | ${meaningOf(permission)} | ${cells.join(' | ')} |`;
  });
  const hidden = PERMISSIONS.flatMap((permission) => {
    const read = readBehind(permission);
    return read && read !== permission && scopeOf('public', read) !== 'all'
      ? [`\`${permission}\` (\`${read}\`)`]
      : [];
  });
  return `<!-- Written by \`npm run mirps -- permissions --page\` from libs/features/identity/policy.ts; a test compares them. -->

# Who may do what

A person holds the union of their valid assignments and of what \`public\` holds. What the table does not give is denied. The
Presidency's powers hold in the term of the State alone and change hands at one instant. Whoever stands in for somebody absent
has that person's powers instead of their own, without administration and for as long as the two work together; whatever they do
is told as theirs on the other's behalf. A reader of the Support Platform sees what is published and never a draft, as everybody
does; the account lets their programs read with a token.
Nobody reviews what they, or the person they stand in for, wrote or submitted; a small State may switch that off for itself, and
the switch is in its audit trail.

How far a permission reaches:

${scopes.join('\n')}

| Permission | To | ${ROLES.map((role) => role.replaceAll('_', ' ')).join(' | ')} |
| --- | --- | ${ROLES.map(() => '---').join(' | ')} |
${rows.join('\n')}

What somebody may not read is answered like what does not exist (404), also when they try to change it: ${hidden.join(', ')}.
Everything else that somebody may not do is refused with 403.

An administrator's reading of drafts leaves an entry in the audit trail: ${[...SHOWS_DRAFTS].map((each) => `\`${each}\``).join(', ')}.

A program's token carries some of its owner's permissions, never ${[...NOT_FOR_TOKENS].map((each) => `\`${each}\``).join(', ')}.
`;
}
