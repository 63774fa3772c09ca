import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, type Saved, type Schemas, seen } from '~/api/client';
import { meKey } from '~/app/session';
import { switchLanguage } from '~/i18n';

export type OwnReminders = Schemas['OwnRemindersDto'];
export type OwnReminder = Schemas['OwnReminderDto'];
export type Settings = Schemas['OwnReminderSettingsDto'];

export const ownRemindersQuery = queryOptions({
  queryKey: ['my-reminders'],
  queryFn: () => body(api.GET('/api/me/reminders')),
});

/** Saves all of it at once. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, seenVersion = 0 }: Saved<Settings>) =>
      body(api.PUT('/api/me/reminders', { params: { header: seen(seenVersion) }, body: input })),
    onSuccess: async (stored) => {
      const before = client.getQueryData(ownRemindersQuery.queryKey)?.lang;
      client.setQueryData(ownRemindersQuery.queryKey, stored);
      await client.invalidateQueries({ queryKey: meKey });
      // Whoever reads in another language than that of their mails goes on so.
      if (stored.lang !== before) await switchLanguage(stored.lang === 'en' ? 'en' : 'es');
    },
  });
}

export const settingsOf = ({ stopped, lang, quietWeekdays, quietRanges }: OwnReminders): Settings => ({
  stopped,
  lang,
  quietWeekdays,
  quietRanges,
});
