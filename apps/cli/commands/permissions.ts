import type { Command } from 'commander';
import { meaningOf, PERMISSIONS, policyPage, ROLES, scopeOf } from '#features/identity';
import { tell } from '../terminal.js';

/** `mirps permissions [--page]` */
export function permissionsCommand(program: Command): void {
  program
    .command('permissions')
    .description('Who may do what, and how far')
    .option('--page', 'as docs/permissions.md')
    .option('--json', 'as JSON')
    .action(({ page, json }: { page?: boolean; json?: boolean }) => {
      const table = PERMISSIONS.map((permission) => ({
        permission,
        to: meaningOf(permission),
        by: Object.fromEntries(
          ROLES.flatMap((role) => {
            const scope = scopeOf(role, permission);
            return scope ? [[role, scope]] : [];
          }),
        ),
      }));
      tell(json, table, () =>
        page
          ? policyPage().trimEnd()
          : table
              .map(({ permission, by }) =>
                [permission, ...Object.entries(by).map(([role, scope]) => `  ${role}: ${scope}`)].join('\n'),
              )
              .join('\n'),
      );
    });
}
