import type { interfaces } from '@theia/core/shared/inversify';
import { PortalCalls } from './portal-calls';
import { PortalPages } from './portal-pages';
import { PortalRoles } from './portal-roles';

/** The accounts and roles of IAM Identity Center. */
export function bindPortal(bind: interfaces.Bind): void {
    bind(PortalCalls).toSelf().inSingletonScope();
    bind(PortalPages).toSelf().inSingletonScope();
    bind(PortalRoles).toSelf().inSingletonScope();
}
