import { type Chapter, met, none, notYet } from '../item.js';
import * as at from '../places.js';

const WEAK = at.passwordStrength('may not be %j');
const OWN_CHANGE = at.identity('change their password only with the old one, and their sessions end');
const AFTER_A_LINK = at.secondFactor('is asked after a link by mail, too');

export const signIn: Chapter = {
  number: 6,
  name: 'Who somebody is',
  items: [
    met('V6.1.1', 'how guessing is slowed down is written down', at.signIn('Guessing')),
    met('V6.1.2', 'words that no password may be made of are written down', at.signIn('Passwords')),
    met('V6.1.3', 'all ways in are written down, with how strong they are', at.signIn('Sign-in')),
    met('V6.2.1', 'passwords are long', WEAK),
    met('V6.2.2', 'people can change theirs', OWN_CHANGE),
    met('V6.2.3', 'for that they need the present one', OWN_CHANGE),
    met('V6.2.4', 'none that many people use', WEAK),
    met('V6.2.5', 'no rules about kinds of characters', at.passwordStrength('may be %j')),
    met('V6.2.6', 'fields hide what is typed', at.source('mask every field for a password')),
    met('V6.2.7', 'pasting and password managers work', at.source('keep nobody from pasting a password')),
    met(
      'V6.2.8',
      'nothing is cut off or changed in case',
      at.passwords('knows its password and no other'),
      at.passwords('takes composed and decomposed accents for the same'),
    ),
    met('V6.2.9', 'at least 64 characters are taken', at.passwordStrength('may be %j')),
    met('V6.2.10', 'passwords do not grow old', at.signIn('Passwords')),
    met(
      'V6.2.11',
      'words of the product and of the person are refused',
      WEAK,
      at.passwordStrength("may not be made of the person's own name and address"),
    ),
    met('V6.2.12', 'passwords of breaches are refused', WEAK),
    met(
      'V6.3.1',
      'guessing is slowed down',
      at.attempts('are slowed down after ten wrong attempts from one place, and nobody else is'),
      at.attempts('are protected from guesses that come from many places, too'),
    ),
    met(
      'V6.3.2',
      'no accounts that everybody knows',
      at.start('says in one sentence that it cannot start with %s'),
    ),
    met(
      'V6.3.3',
      'everybody shows two factors, where the operator asks for that (`MIRPS_SECOND_FACTOR=everybody`; by itself only offices, coordinators and administrators must)',
      at.secondFactor('is asked of focal points, too'),
      at.secondFactor('is asked of roles that approve or administer alone, by the configuration'),
      at.operating('Configuration'),
    ),
    met(
      'V6.3.4',
      'every way in asks for the same',
      AFTER_A_LINK,
      at.secondFactor('holds for programs, too: who must set one up has no token do it for them'),
    ),
    notYet(
      'V6.4.1',
      'first passwords are random and do not last',
      'links of invitations are and do not; a password that an administrator or the command line sets stays until the person changes it. Invite instead',
      at.accountLinks('end after 72 hours and can be sent anew; then the first does not work'),
    ),
    met('V6.4.2', 'no hints, no secret questions', at.signIn('Sign-in')),
    met(
      'V6.4.3',
      'a reset does not go around the second factor',
      AFTER_A_LINK,
      at.accountLinks('reset a password and end all sessions'),
    ),
    met(
      'V6.4.4',
      'who lost a factor proves anew who they are',
      at.signIn('Second factor'),
      at.secondFactor('is given up with a code, or taken by an administrator'),
    ),
    met(
      'V6.5.1',
      'codes count once',
      at.totp('are not taken twice, nor an earlier one after a later one'),
      at.accountLinks('open a session, once'),
    ),
    met(
      'V6.5.2',
      'recovery codes are hashed like passwords, or have 112 bits',
      at.totp('are ten different ones that can be read aloud'),
      at.secondFactor('is kept encrypted, and recovery codes are not kept at all'),
    ),
    met(
      'V6.5.3',
      'codes and secrets are drawn well',
      at.source('draw nothing at random that can be foreseen'),
    ),
    met('V6.5.4', 'codes have 20 bits or more', at.totp('are ten different ones that can be read aloud')),
    notYet(
      'V6.5.5',
      'codes hold for half a minute, links for ten',
      'codes are taken half a minute early or late, for clocks that differ; links to sign in last 15 minutes',
      at.totp('count within half a minute to either side, and not beyond'),
      at.accountLinks('do not work after a quarter of an hour'),
    ),
    none('V6.6.1', 'codes by telephone', 'none are sent'),
    notYet(
      'V6.6.2',
      'a link works only for the request that asked for it',
      'a link opens a session in whatever browser it is opened in; a second factor is asked all the same',
      AFTER_A_LINK,
    ),
    met(
      'V6.6.3',
      'links cannot be guessed',
      at.accountLinks('cannot be made up or changed'),
      at.accountLinks('are not sent without end'),
    ),
    met(
      'V6.8.1',
      'one provider cannot speak for people of another',
      at.oidc('does not open the accounts of another State, or of administrators'),
      at.idTokens('of one provider opens nothing at the return address of another'),
    ),
    met('V6.8.2', 'signatures of tokens are always checked', at.idTokens('is refused when it is %s')),
    none('V6.8.3', 'SAML', 'there is none'),
    met(
      'V6.8.4',
      'how strongly a provider recognised somebody is read from its answer',
      at.idTokens('tells of two factors only when it says so'),
    ),
  ],
};

const RANDOM_SESSION = at.http(
  'a session has a random name, gives way to the next sign-in, and is nothing when altered',
);
const LISTED = at.secondFactor('are listed, this one marked, and end one by one or all at once');

export const sessions: Chapter = {
  number: 7,
  name: 'Sessions',
  items: [
    met('V7.1.1', 'how long sessions last, and why, is written down', at.signIn('Sessions')),
    met('V7.1.2', 'how many there may be is written down', at.signIn('Sessions')),
    met(
      'V7.1.3',
      'sessions at providers and here: what ends with what is written down',
      at.signIn("Governments' own identity providers"),
    ),
    met(
      'V7.2.1',
      'the server checks sessions',
      at.sessionCookie('gives nothing for %j'),
      at.api('ends a session at once'),
    ),
    met('V7.2.2', 'tokens of sessions are made anew', RANDOM_SESSION),
    met('V7.2.3', 'and random, with 128 bits or more', RANDOM_SESSION),
    met('V7.2.4', 'signing in makes a new one and ends the present one', RANDOM_SESSION),
    met(
      'V7.3.1',
      'who stays away signs in again',
      at.identity('are not recognised by a session that has ended'),
    ),
    met(
      'V7.3.2',
      'so does everybody after a while',
      at.http('a session ends thirty days after the sign-in, however often it is used'),
    ),
    met('V7.4.1', 'an ended session is over', at.api('ends a session at once')),
    met(
      'V7.4.2',
      'who is shut out or erased has no sessions',
      at.identity('are out at once when deactivated, and cannot do that to themselves'),
      at.erasure('cannot sign in, be erased again or be let in again, in no way'),
    ),
    met('V7.4.3', 'who changes a factor can end all other sessions', OWN_CHANGE, LISTED),
    met('V7.4.4', 'signing out is easy to find', at.browserAccount('sign out and in again with a code')),
    met(
      'V7.4.5',
      'administrators can end sessions of others',
      at.secondFactor('of others are not there to end, except for an administrator'),
    ),
    met(
      'V7.5.1',
      'who changes address or factors proves anew who they are',
      at.proof('changes nothing of how its person signs in, and reads as ever'),
      at.accountLinks('must be used at the old and at the new one'),
    ),
    met(
      'V7.5.2',
      'people see their sessions, and prove anew who they are to end them',
      LISTED,
      at.proof('is as good as new once the password was shown, and no other session is'),
    ),
    met(
      'V7.6.1',
      'sessions from providers behave as written',
      at.oidc('brings new people with the roles of their groups, for a while, written down'),
    ),
    met(
      'V7.6.2',
      'no session begins without the person',
      at.oidc('accepts no return that this browser did not begin, and none twice'),
    ),
  ],
};

const POLICY = at.matrix(
  'is what the policy says, for every route, everybody, at home and abroad, in every state of a cycle',
);

export const access: Chapter = {
  number: 8,
  name: 'Who may do what',
  items: [
    met('V8.1.1', 'rules of access are written down', at.permissions('Who may do what')),
    met('V8.1.2', 'down to fields', at.security('Fields')),
    met('V8.2.1', 'every function is for who may', at.matrix('is decided for every route'), POLICY),
    met(
      'V8.2.2',
      'every thing is for who may',
      POLICY,
      at.refusals(
        '1. a draft of another State, to everybody but an administrator, like one that does not exist',
      ),
      at.leaks('answers by its id like what does not exist, in every word, and is as much work'),
    ),
    met(
      'V8.2.3',
      'every field is for who may',
      at.refusals('20. names of persons in what the public reads'),
      at.http('fields that an action does not take are refused, those of prototypes too'),
    ),
    met('V8.3.1', 'the server decides', POLICY, at.routes('says who may call it')),
    met(
      'V8.4.1',
      'States cannot reach each other',
      at.refusals('6. writing an update of another State'),
      at.leaks('changes no list, count, filter, order, search, refusal or ETag of who may not see it'),
    ),
  ],
};
