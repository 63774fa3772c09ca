import { type Command, Option } from 'commander';
import {
  ASSIGNABLE_ROLES,
  Erasure,
  NewUserDto,
  PersonalDataService,
  UsersQueries,
  UsersService,
} from '#features/identity';
import { InstitutionsService } from '#features/states';
import { checked, notFound } from '#platform/http';
import { type Services, withServices } from '../application.js';
import { tell } from '../terminal.js';

interface NewUser {
  email: string;
  name: string;
  lang: 'en' | 'es';
  role: string;
  state?: string;
  institution?: string;
  team?: string;
  json?: boolean;
}

/** `mirps user add --email … --name … --role …`; the password comes from MIRPS_PASSWORD or standard input, never from the command line. */
export function userCommands(program: Command): void {
  const user = program.command('user').description('People who can sign in');
  user
    .command('add')
    .description(
      'Add a person with one role; the password is read from MIRPS_PASSWORD or from standard input',
    )
    .requiredOption('--email <address>', 'where the person gets mail, and signs in with')
    .requiredOption('--name <name>', 'as shown to others')
    .addOption(
      new Option('--role <role>', 'what the person does')
        .choices([...ASSIGNABLE_ROLES])
        .makeOptionMandatory(),
    )
    .option('--state <code>', 'the State that the role holds for, such as MX')
    .option('--institution <key>', 'the institution that the role holds for, such as MX:COMAR')
    .option('--team <key>', 'the Regional Technical Team that the role holds for')
    .addOption(new Option('--lang <lang>', 'language of mails and pages').choices(['en', 'es']).default('es'))
    .option('--json', 'the person as JSON')
    .action(async ({ email, name, lang, role, state, institution, team, json }: NewUser) => {
      const password =
        process.env.MIRPS_PASSWORD ?? (await lineFromInput('Type the password and press Enter:'));
      const input = await checked(NewUserDto, {
        email,
        name,
        lang,
        password,
        roles: [{ role, stateCode: state ?? null, teamKey: team ?? null }],
      });
      const added = await withServices(async (services) => {
        const led = institution && (await services.get(InstitutionsService).get(institution));
        const roles = input.roles?.map((each) => (led ? { ...each, institutionId: led.id } : each));
        return services.get(UsersService).create({ ...input, roles });
      });
      tell(
        json,
        added,
        () => `Added ${added.name} <${added.email}> as ${role}${state ? ` of ${state}` : ''}.`,
      );
    });
  user
    .command('export')
    .description('Print all that is stored about a person, as JSON')
    .argument('<email>', 'whose data')
    .action(async (email: string) => {
      const data = await withServices(async (services) =>
        services.get(PersonalDataService).of(await idOf(services, email)),
      );
      tell(true, data, () => '');
    });
  user
    .command('erase')
    .description(
      'Replace name and address of a person by a pseudonym, for good; the address is asked for a second time',
    )
    .argument('<email>', 'who')
    .option('--confirm <email>', 'the address again; without it, it is read from standard input')
    .option('--reason <text>', 'why; it stays in the audit trail, so it names nobody')
    .option('--json', 'the pseudonym as JSON')
    .action(async (email: string, { confirm, reason, json }: EraseOptions) => {
      const typed =
        confirm ??
        (await lineFromInput('This cannot be undone. Type the e-mail address again and press Enter:'));
      const erased = await withServices(async (services) =>
        services.get(Erasure).erase(await idOf(services, email), typed, reason),
      );
      tell(json, erased, () => `Erased. What the person did is told as that of ${erased.name}.`);
    });
}

interface EraseOptions {
  confirm?: string;
  reason?: string;
  json?: boolean;
}

/** @throws DomainError not_found */
async function idOf(services: Services, email: string): Promise<string> {
  const found = await services.get(UsersQueries).byEmail(email);
  if (!found) throw notFound({ en: 'person with this address', es: 'una persona con esta dirección' });
  return found.id;
}

async function lineFromInput(question: string): Promise<string> {
  if (process.stdin.isTTY) console.error(question);
  for await (const chunk of process.stdin) return String(chunk).replace(/\r?\n$/, '');
  return '';
}
