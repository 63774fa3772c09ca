import { createRoute, redirect } from '@tanstack/react-router';
import { auditRoute } from '~/pages/audit/route';
import { commitmentRoute } from '~/pages/commitment/route';
import { compositionRoute, sectionRoute } from '~/pages/composition/route';
import { cycleRoute } from '~/pages/cycle/route';
import { cyclesRoute } from '~/pages/cycles/route';
import { editionRoute } from '~/pages/edition/route';
import { glossaryRoute } from '~/pages/glossary/route';
import { importsRoute } from '~/pages/imports/route';
import { indicatorRoute, indicatorsRoute } from '~/pages/indicators/route';
import { lateRoute } from '~/pages/late/route';
import { mailOutboxRoute } from '~/pages/mail-outbox/route';
import { meetingRoute } from '~/pages/meeting/route';
import { membersRoute } from '~/pages/members/route';
import { myRemindersRoute } from '~/pages/my-reminders/route';
import { myUpdatesRoute } from '~/pages/my-updates/route';
import { planRoutes } from '~/pages/plans/route';
import { editPledgeRoute, newPledgeRoute, pledgeRoute, pledgesRoute } from '~/pages/pledges/route';
import { editProjectRoute, newProjectRoute, projectRoute, projectsRoute } from '~/pages/projects/route';
import { quantificationRoute } from '~/pages/quantification/route';
import { notificationsRoute } from '~/pages/notifications/route';
import { regionRoute } from '~/pages/region/route';
import { regionalPlanRoute } from '~/pages/regional-plan/route';
import { remindersRoute } from '~/pages/reminders/route';
import { reportRoute } from '~/pages/report/route';
import { reportsRoute } from '~/pages/reports/route';
import { reviewRoute } from '~/pages/review/route';
import { searchRoute } from '~/pages/search/route';
import { askLinkRoute, linkRoute, secondFactorRoute, signInRoute } from '~/pages/sign-in/route';
import { accountRoute } from '~/pages/account/route';
import { userRoute, usersRoute } from '~/pages/users/route';
import { stateRoute } from '~/pages/state/route';
import { statesRoute } from '~/pages/states/route';
import { teamRoutes } from '~/pages/teams/route';
import { updateFormRoute } from '~/pages/update-form/route';
import { updateRoute } from '~/pages/update/route';
import {
  editMechanismRoute,
  mechanismRoute,
  mechanismsRoute,
  newMechanismRoute,
} from '~/pages/mechanisms/route';
import { editStoryRoute, newStoryRoute, storiesRoute, storyRoute } from '~/pages/stories/route';
import { alliancesRoute, editPracticeRoute, newPracticeRoute } from '~/pages/alliances/route';
import {
  editPartnerSheetRoute,
  newPartnerSheetRoute,
  partnerSheetRoute,
  partnersRoute,
} from '~/pages/partners/route';
import { verifyRoute } from '~/pages/verify/route';
import { homeOf } from './home';
import { NotFound } from './NotFound';
import { appRoute, rootRoute } from './root';

/** The bare address leads each person to what they came for. */
const indexRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    redirect({ to: homeOf(context.me), replace: true, throw: true });
  },
});

/** Any other address, told inside the application. */
const unknownRoute = createRoute({ getParentRoute: () => appRoute, path: '$', component: NotFound });

export const routeTree = rootRoute.addChildren([
  signInRoute,
  askLinkRoute,
  linkRoute,
  secondFactorRoute,
  editionRoute,
  appRoute.addChildren([
    indexRoute,
    accountRoute,
    auditRoute,
    usersRoute,
    userRoute,
    commitmentRoute,
    compositionRoute,
    sectionRoute,
    cycleRoute,
    cyclesRoute,
    glossaryRoute,
    indicatorRoute,
    indicatorsRoute,
    importsRoute,
    lateRoute,
    mailOutboxRoute,
    meetingRoute,
    membersRoute,
    myRemindersRoute,
    myUpdatesRoute,
    ...planRoutes,
    pledgesRoute,
    newPledgeRoute,
    pledgeRoute,
    editPledgeRoute,
    projectsRoute,
    newProjectRoute,
    projectRoute,
    editProjectRoute,
    quantificationRoute,
    regionRoute,
    regionalPlanRoute,
    notificationsRoute,
    remindersRoute,
    reportRoute,
    reportsRoute,
    reviewRoute,
    searchRoute,
    stateRoute,
    statesRoute,
    ...teamRoutes,
    updateFormRoute,
    updateRoute,
    mechanismsRoute,
    newMechanismRoute,
    mechanismRoute,
    editMechanismRoute,
    alliancesRoute,
    newPracticeRoute,
    editPracticeRoute,
    storiesRoute,
    newStoryRoute,
    storyRoute,
    editStoryRoute,
    partnersRoute,
    newPartnerSheetRoute,
    partnerSheetRoute,
    editPartnerSheetRoute,
    verifyRoute,
    unknownRoute,
  ]),
]);
