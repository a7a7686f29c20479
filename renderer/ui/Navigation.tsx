import { EVERY_PHOTO, hrefOf, type Route } from "../bridge/route.ts";
import { useFolders } from "../bridge/use-folders.ts";
import { Icon, type IconName, Lamp } from "./icons.tsx";
import { useFormats, useText } from "./text.ts";

/** Folders listed at the side; the home page has them all. */
const MAX_FOLDERS = 8;

export function Navigation({ route }: { readonly route: Route }) {
  const say = useText();
  const { folders } = useFolders();
  const formats = useFormats();
  const here = route.page === "album" || route.page === "photo" ? route.filter.folderId : undefined;
  return (
    <nav className="nav" aria-label={say("nav.main")}>
      <p className="nav-brand">
        <Lamp />
        <span className="nav-brand-name">{say("app.name")}</span>
      </p>
      <NavLink
        to={{ page: "home" }}
        icon="home"
        label={say("nav.home")}
        isHere={route.page === "home"}
      />
      <NavLink
        to={{ page: "insights" }}
        icon="insights"
        label={say("nav.insights")}
        isHere={route.page === "insights"}
      />
      {folders.length > 0 && (
        <section className="nav-group">
          <h2>{say("nav.folders")}</h2>
          {folders.length > 1 && (
            <NavLink
              to={{ page: "album", filter: EVERY_PHOTO }}
              icon="photos"
              label={say("nav.allPhotos")}
              isHere={here === null}
            />
          )}
          {folders.slice(0, MAX_FOLDERS).map(({ id, name, path, dangerous }) => (
            <NavLink
              key={id}
              to={{ page: "album", filter: { ...EVERY_PHOTO, folderId: id } }}
              icon="folder"
              label={name}
              title={path}
              isHere={here === id}
              {...(dangerous > 0 ? { count: formats.number(dangerous) } : {})}
              countName={say("home.dangerous", { count: dangerous })}
            />
          ))}
        </section>
      )}
      <div className="nav-foot">
        <NavLink
          to={{ page: "report" }}
          icon="print"
          label={say("report.nav")}
          isHere={route.page === "report"}
        />
        <NavLink
          to={{ page: "vault" }}
          icon="vault"
          label={say("nav.vault")}
          isHere={route.page === "vault"}
        />
        <NavLink
          to={{ page: "history" }}
          icon="history"
          label={say("nav.history")}
          isHere={route.page === "history"}
        />
        <NavLink
          to={{ page: "simple", step: "choose", folderId: null }}
          icon="simple"
          label={say("simple.enter")}
          isHere={false}
        />
        <NavLink
          to={{ page: "help", article: null }}
          icon="help"
          label={say("nav.help")}
          isHere={route.page === "help"}
        />
        <NavLink
          to={{ page: "settings" }}
          icon="settings"
          label={say("nav.settings")}
          isHere={route.page === "settings"}
        />
      </div>
    </nav>
  );
}

function NavLink(props: {
  readonly to: Route;
  readonly icon: IconName;
  readonly label: string;
  readonly isHere: boolean;
  readonly title?: string;
  readonly count?: string;
  readonly countName?: string;
}) {
  return (
    <a
      className="nav-link"
      href={hrefOf(props.to)}
      aria-current={props.isHere ? "page" : undefined}
      title={props.title}
    >
      <Icon name={props.icon} />
      <span className="nav-label">{props.label}</span>
      {props.count && (
        <span className="nav-count" title={props.countName}>
          <span aria-hidden="true">{props.count}</span>
          <span className="unseen">{props.countName}</span>
        </span>
      )}
    </a>
  );
}
