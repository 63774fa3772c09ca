import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EvidenceDraft, newKey } from './draft';
import classes from './fields.module.css';
import { useProblem } from './problems';

/** Links to what shows that it is true. */
export function EvidenceFields({
  evidence,
  onChange,
}: {
  evidence: EvidenceDraft[];
  onChange: (evidence: EvidenceDraft[]) => void;
}) {
  const { t } = useTranslation();
  const problem = useProblem();
  const set = (key: string, patch: Partial<EvidenceDraft>) =>
    onChange(evidence.map((each) => (each.key === key ? { ...each, ...patch } : each)));
  return (
    <>
      {evidence.map((item, index) => (
        <div key={item.key} className={classes.item}>
          <div className={classes.grid}>
            {(['titleEn', 'titleEs'] as const).map((name) => (
              <TextInput
                key={name}
                label={t(`form.${name === 'titleEn' ? 'evidenceTitleEn' : 'evidenceTitleEs'}`)}
                value={item[name] ?? ''}
                error={problem(`evidence[${index}].${name}`)}
                data-field={`evidence[${index}].${name}`}
                onChange={(event) => set(item.key, { [name]: event.currentTarget.value })}
              />
            ))}
            {item.kind === 'link' && (
              <TextInput
                label={t('form.evidenceUrl')}
                type="url"
                inputMode="url"
                placeholder="https://"
                value={item.url ?? ''}
                error={problem(`evidence[${index}].url`)}
                data-field={`evidence[${index}].url`}
                onChange={(event) => set(item.key, { url: event.currentTarget.value })}
              />
            )}
          </div>
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => onChange(evidence.filter((each) => each.key !== item.key))}
          >
            {t('action.remove')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...evidence, { key: newKey(), kind: 'link', url: '' }])}
      >
        {t('form.addLink')}
      </Button>
    </>
  );
}
