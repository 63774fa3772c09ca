import { PLEDGE_FORMS, PLEDGE_STAGES, type PledgeSearch } from './words';

const TEXTS = ['forum', 'state', 'area', 'q'] as const;

export const pledgeSearchOf = (search: Record<string, unknown>): PledgeSearch => {
  const form = PLEDGE_FORMS.find((word) => word === search['form']);
  const stage = ([...PLEDGE_STAGES, 'no_update'] as const).find((word) => word === search['stage']);
  return {
    ...Object.fromEntries(
      TEXTS.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
    ),
    ...(form ? { form } : {}),
    ...(stage ? { stage } : {}),
  };
};
