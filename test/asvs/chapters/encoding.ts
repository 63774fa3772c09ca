import { type Chapter, met, none } from '../item.js';
import * as at from '../places.js';

const FILES_BY_PATH = 'nothing outside of what is served is had by its path, and no list of it: %s';

export const encoding: Chapter = {
  number: 1,
  name: 'Encoding and what interpreters read',
  items: [
    met(
      'V1.1.1',
      'input is decoded once, before anything looks at it',
      at.http(FILES_BY_PATH),
      at.wrongInput('in addresses never makes the API fail'),
    ),
    met(
      'V1.1.2',
      'output is encoded last, for where it goes',
      at.reportHtml('shows what people wrote as text'),
      at.markers('never lets a value open a tag or end an attribute'),
    ),
    met(
      'V1.2.1',
      'encoding fits HTML, attributes, headers',
      at.reportHtml('escapes what is put into it, and markup not again'),
      at.markers('escapes what it puts in, also inside quotes'),
      at.mail('refuses %j'),
    ),
    met(
      'V1.2.2',
      'addresses are built safely, and only of harmless kinds',
      at.http('an address that somebody gives leads to the web and runs nothing'),
    ),
    met(
      'V1.2.3',
      'nothing breaks out of JSON or scripts',
      at.progressExport('is a JSON list with every column'),
      at.browserPolicy('the browser does refuse what a page did not bring: this test can fail'),
    ),
    met(
      'V1.2.4',
      'queries take values as parameters',
      at.fuzz('are all answered, none with a failure of ours or a word about what is inside'),
      at.wrongInput('in queries never makes the API fail'),
      at.security('Attacked'),
    ),
    met(
      'V1.2.5',
      'no command of the system is built from input',
      at.source('start no program on account of a request'),
    ),
    none(
      'V1.2.6',
      'LDAP',
      'no directory is asked',
      at.source('know no directory, query of XML, or format of strings'),
    ),
    none(
      'V1.2.7',
      'XPath',
      'no XML is queried',
      at.source('know no directory, query of XML, or format of strings'),
    ),
    none('V1.2.8', 'LaTeX', 'no LaTeX is run', at.source('start no program on account of a request')),
    met(
      'V1.2.9',
      'patterns are not built from input',
      at.source('build patterns from words of their own alone'),
    ),
    met(
      'V1.3.1',
      'text with markup is sanitised',
      at.reportHtml('takes %s from a narrative as harmless text'),
      at.markdown('keeps nothing of %j but text'),
    ),
    met('V1.3.2', 'no text is run as code', at.source('run no text as code')),
    met(
      'V1.3.3',
      'what goes somewhere dangerous is made harmless first',
      at.mail('refuses %j'),
      at.progressExport('is CSV in which no cell is a formula'),
    ),
    none(
      'V1.3.4',
      'SVG of people',
      'SVG is no kind of file that is taken',
      at.productFiles('is refused by its field, or as the form that it is not'),
    ),
    met(
      'V1.3.5',
      'Markdown and the like run nothing',
      at.reportHtml('takes %s from a narrative as harmless text'),
    ),
    met(
      'V1.3.6',
      'input never decides which server is asked',
      at.source('ask no other server but those of the configuration'),
      at.security('Whom it talks to'),
    ),
    met(
      'V1.3.7',
      'templates are not built from input',
      at.markers('refuses a variable that was not given, even one that every object has'),
    ),
    none('V1.3.8', 'JNDI', 'there is no Java'),
    none('V1.3.9', 'memcache', 'there is none'),
    none(
      'V1.3.10',
      'format strings',
      'none is used',
      at.source('know no directory, query of XML, or format of strings'),
    ),
    met('V1.3.11', 'nothing of people becomes a line of the mail protocol', at.mail('refuses %j')),
    none('V1.4.1', 'memory-safe handling of strings', 'JavaScript manages memory'),
    met(
      'V1.4.2',
      'numbers out of range are refused',
      at.wrongInput('in any field of an update never makes the API fail, and leaves it readable'),
    ),
    none('V1.4.3', 'memory is released once', 'JavaScript manages memory'),
    met(
      'V1.5.1',
      'XML readers resolve no entities',
      at.xlsx('resolves no entities, neither of files nor of one another'),
      at.http('a body of another kind is refused, XML with its entities above all'),
    ),
    met(
      'V1.5.2',
      'input is never revived as objects of its choice',
      at.source('revive no objects but from JSON'),
      at.http('fields that an action does not take are refused, those of prototypes too'),
    ),
  ],
};

export const validation: Chapter = {
  number: 2,
  name: 'Checks of input and of the work itself',
  items: [
    met(
      'V2.1.1',
      'rules for input are written down',
      at.security('Input'),
      at.apiDescription('gives examples that are as the routes say'),
    ),
    met('V2.1.2', 'rules for what must fit together are written down', at.security('Input')),
    met('V2.1.3', 'limits are written down', at.security('Limits')),
    met(
      'V2.2.1',
      'input is compared with what is expected',
      at.wrongInput('in a query is refused with the field that is wrong'),
      at.fuzz('are all answered, none with a failure of ours or a word about what is inside'),
    ),
    met(
      'V2.2.2',
      'the server checks, whatever the client did',
      at.wrongInput('in any field of an update never makes the API fail, and leaves it readable'),
    ),
    met(
      'V2.2.3',
      'values that belong together fit',
      at.figureRules('never has a value exactly when its state says that there is none'),
      at.updateContent('never demands a percent that its other answers exclude'),
    ),
    met(
      'V2.3.1',
      'steps come in their order',
      at.progressRules('refuses every other combination of action, state and party'),
      at.cycleLoop('is submitted by a State only when nothing is missing; the refusal lists what is'),
    ),
    met(
      'V2.3.2',
      'limits hold',
      at.apiTokens('are at most twenty a person'),
      at.evidenceFiles('have bounds in number and size, also when they come at once'),
      at.importRows('does not begin with a file that would take minutes'),
    ),
    met(
      'V2.3.3',
      'a step is done whole or not at all',
      at.parts('leaves nothing half written when one figure is wrong'),
      at.importRows(
        'changes nothing when any row is wrong, and tells all that the file and the service find',
      ),
    ),
    met(
      'V2.3.4',
      'what is there once is given once',
      at.progress('lets one of several reviewers win, and tells the others'),
      at.accountLinks('open one session when they are used twice at once'),
    ),
    met(
      'V2.4.1',
      'floods are kept out',
      at.rateLimit('from one address are refused, saying for how long, while others are served'),
    ),
  ],
};
