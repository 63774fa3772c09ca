import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLang } from '~/i18n/use-lang';
import { FileName } from '~/ui/EvidenceList';
import type { EvidenceDraft } from '../draft';
import fields from '../fields.module.css';
import { useProblem } from '../problems';
import classes from './evidence.module.css';

interface EvidenceItemProps {
  item: EvidenceDraft;
  index: number;
  onChange: (change: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
}

/** One link or file with its title, in the person's own language first. */
export function EvidenceItem({ item, index, onChange, onRemove }: EvidenceItemProps) {
  const { t } = useTranslation();
  const { lang, text, bytes } = useLang();
  const problem = useProblem();
  const at = (name: string) => `evidence[${index}].${name}`;
  const order = lang === 'en' ? (['titleEn', 'titleEs'] as const) : (['titleEs', 'titleEn'] as const);
  const fileProblem = problem(at('fileId'));
  return (
    <div
      className={fields.item}
      role="group"
      aria-label={text(item, 'title') || t(`word.evidenceKind.${item.kind}`)}
    >
      {item.file && (
        <p className={classes.file} data-field={at('fileId')}>
          <FileName file={item.file} /> <span className="soft">{bytes(item.file.bytes)}</span>
          {item.file.id === '' && <span className={classes.waits}>{t('evidence.waits')}</span>}
        </p>
      )}
      {fileProblem !== undefined && (
        <p role="alert" className={fields.error}>
          {fileProblem}
        </p>
      )}
      <div className={fields.grid}>
        {order.map((name) => (
          <TextInput
            key={name}
            label={t(`evidence.${name}`)}
            lang={name === 'titleEn' ? 'en' : 'es'}
            maxLength={300}
            value={item[name] ?? ''}
            error={problem(at(name))}
            data-field={at(name)}
            onChange={(event) => onChange({ [name]: event.currentTarget.value })}
          />
        ))}
        {item.kind === 'link' && (
          <TextInput
            label={t('evidence.url')}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={item.url ?? ''}
            error={problem(at('url'))}
            data-field={at('url')}
            onChange={(event) => onChange({ url: event.currentTarget.value })}
          />
        )}
      </div>
      <Button mt="xs" size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
        {t('action.remove')}
      </Button>
    </div>
  );
}
