import { ServingActivities } from '~/pages/teams/ServingActivities';

export const TeamActivityLinks = ({ commitmentId }: { commitmentId: string }) => (
  <ServingActivities serves={{ commitment: commitmentId }} />
);
