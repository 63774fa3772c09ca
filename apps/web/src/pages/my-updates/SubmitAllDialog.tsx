import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '~/api/client';
import { useMe } from '~/app/session';
import { useLang } from '~/i18n/use-lang';
import { keep, type Kept, useKept } from '~/outbox/kept-drafts';
import { adoptedVersion, commitmentQuery } from '~/pages/commitment/queries';
import { updateQuery } from '~/pages/update/queries';
import { blocksOf } from '~/pages/update-form/blocks';
import { type Draft, draftOf } from '~/pages/update-form/draft';
import { Dialog } from '~/ui/Dialog';
import { RowsSkeleton } from '~/ui/PageSkeleton';
import { Sign } from '~/ui/Sign';
import { Tick } from '~/ui/Tick';
import { isBegun, keptOf } from './begun';
import classes from './dialogs.module.css';
import type { Due } from './queries';

/** Everything begun that can go to review, at once; and of the rest, what keeps it here. */
export function SubmitAllDialog({ items, onClose }: { items: Due[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { text } = useLang();
  const userId = useMe().user.id;
  const kept = useKept(userId);
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const begun = items
    .map((item) => ({ item, own: keptOf(kept, item) }))
    .filter(({ item, own }) => isBegun(item, own));
  const updates = useQueries({
    queries: begun.map(({ item, own }) => updateQuery(own?.draft ? '' : (item.updateId ?? ''))),
  });
  const commitments = useQueries({ queries: begun.map(({ item }) => commitmentQuery(item.commitmentId)) });

  const rows = begun.map(({ item, own }, index) => {
    const update = updates[index]?.data;
    const commitment = commitments[index]?.data;
    const draft = own?.draft ?? (update && draftOf(update));
    const milestones = commitment && (adoptedVersion(commitment)?.milestones ?? []);
    const blocks = draft && milestones ? blocksOf(draft, milestones) : undefined;
    const conflict = own?.stuck?.why === 'conflict';
    return { item, own, update, draft, blocks, conflict, ready: blocks?.length === 0 && !conflict };
  });
  // What was returned goes again only when the person says that it is corrected.
  const goes = ({ item }: { item: Due }) => chosen[item.commitmentId] ?? item.reviewState !== 'returned';
  const ready = rows.filter((row) => row.ready && goes(row));

  const submit = () => {
    for (const { item, own, update, draft } of ready)
      if (draft) keep(handedOver({ ...item, userId }, draft, own, update));
    onClose();
  };

  return (
    <Dialog title={t('submitAll.title')} onClose={onClose} wide>
      <p>{t('submitAll.text')}</p>
      <ul className={classes.items}>
        {rows.map(({ item, blocks, conflict, ready: complete }) => (
          <li key={`${item.cycleKey}.${item.commitmentId}`} className={classes.item}>
            <strong>{item.code}</strong> {text(item, 'title')}
            <div role="group" aria-label={item.code}>
              {blocks === undefined && <RowsSkeleton rows={1} height={24} />}
              {complete && (
                <Tick
                  label={t(item.reviewState === 'returned' ? 'submitAll.corrected' : 'submitAll.ready')}
                  checked={goes({ item })}
                  onChange={(checked) => setChosen((now) => ({ ...now, [item.commitmentId]: checked }))}
                />
              )}
              {conflict && <Sign tone="bad" shape="≠" text={t('kept.conflict')} />}
            </div>
            {blocks !== undefined && blocks.length > 0 && (
              <ul>
                {blocks.map((block) => (
                  <li key={block}>{t(`preview.block.${block}`)}</li>
                ))}
              </ul>
            )}
            {!complete && (
              <Link
                to="/my-updates/$cycle/$commitment"
                params={{ cycle: item.cycleKey, commitment: item.commitmentId }}
                aria-label={`${t('myUpdates.continue')}: ${item.code}`}
              >
                {t('myUpdates.continue')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.ways}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button onClick={submit} disabled={ready.length === 0}>
          {t('submitAll.submit', { count: ready.length })}
        </Button>
      </div>
    </Dialog>
  );
}

/** The order to hand a draft to review, on top of what the server has. */
function handedOver(
  place: Due & { userId: string },
  draft: Draft,
  own: Kept | undefined,
  update: Schemas['UpdateDetail'] | undefined,
): Kept {
  const at = new Date().toISOString();
  const { userId, cycleKey, commitmentId, code } = place;
  if (own) {
    const next: Kept = { ...own, submit: true };
    delete next.stuck;
    return next;
  }
  return {
    ...{ userId, cycleKey, commitmentId, code, draft, at, savedAt: at, submit: true },
    ...{ updateId: update?.id ?? null, version: update?.version ?? null, key: crypto.randomUUID() },
  };
}
