import { type Chapter, met, none } from '../item.js';
import * as at from '../places.js';

const TOLD = at.privacy(
  'and each line of the logs tells when, in UTC, where from and about which request, whatever was sent',
);
const LOGGED = at.privacy('in the logs of API and worker, however much they tell');
const LOGS = at.operating('What is logged');

export const logging: Chapter = {
  number: 16,
  name: 'Logs and errors',
  items: [
    met('V16.1.1', 'what is logged, where and for how long is written down', LOGS),
    met('V16.2.1', 'lines tell when, where, who and what', TOLD),
    met('V16.2.2', 'in UTC', TOLD, LOGS),
    met('V16.2.3', 'logs go where it is written', LOGS),
    met('V16.2.4', 'in a form that programs read', TOLD),
    met('V16.2.5', 'without what must not be logged', LOGGED),
    met('V16.3.1', 'sign-ins are on record, right and wrong', TOLD, LOGGED),
    met('V16.3.2', 'refusals of rights are logged', LOGGED),
    met('V16.3.3', 'so are attempts to get around checks', LOGGED, LOGS),
    met('V16.3.4', 'so is what fails unexpectedly', LOGGED),
    met('V16.4.1', 'nobody can write lines of their own', TOLD),
    met('V16.4.2', 'logs are for who may, and are not changed', LOGS, at.auditSpec('refuses %s')),
    met('V16.4.3', 'logs are kept on another machine', LOGS),
    met(
      'V16.5.1',
      'errors tell nothing of what is inside',
      at.fuzz('are all answered, none with a failure of ours or a word about what is inside'),
    ),
    met(
      'V16.5.2',
      'it goes on safely while others are away',
      at.virusScanner('nothing is taken while it is away'),
      at.workerHost('goes on after all its connections were cut'),
    ),
    met(
      'V16.5.3',
      'what fails is refused, not let through',
      at.importRows('ends at a failure that is no fault of the row'),
      at.virusScanner('nothing is taken when it says %j'),
    ),
  ],
};

export const webRtc: Chapter = {
  number: 17,
  name: 'WebRTC',
  items: ['V17.1.1', 'V17.2.1', 'V17.2.2', 'V17.2.3', 'V17.2.4', 'V17.3.1', 'V17.3.2'].map((id) =>
    none(id, 'calls and media between browsers', 'there is no WebRTC'),
  ),
};
