"""Pages compared with kept pictures. `--update-pictures` writes the pictures anew.

All text is in the bundled fonts, so that a picture does not depend on the fonts of a machine.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page, Route

from tests.browser.pages import DESKTOP, NOW, PHONE, POLICY, REDLINE, SAMPLE_REDLINE

FOLDER = Path(__file__).parent / "pictures"
ROOT = Path(__file__).parents[2]
HELP_FOLDER = ROOT / "docs" / "help" / "pictures"
FONTS = ROOT / "templates" / "pdf" / "fonts"
DIFFERENCES = ROOT / ".cache" / "pictures"
UPDATE = "Look at it. If the change is intended, run this test with --update-pictures."

#: Tall enough for the first clauses of the policy to be in its picture.
HEIGHTS = {PHONE["width"]: 1800, DESKTOP["width"]: 1600}
#: Each page is of Oakfield at one width and of the sample school at the other, so that none is
#: judged on one policy alone.
OAKFIELD = {
    "home-360": "",
    "policy-360": POLICY,
    "redline-360": REDLINE + "#change-6",
    "register-360": "review/",
    "pupils-1280": POLICY + "pupils/",
    "parents-1280": POLICY + "parents/",
    "search-1280": "search/?q=phone",
    "print-360": POLICY + "print/",
}
SAMPLE = {
    "home-1280": "",
    "policy-1280": "policies/mobile-phones/#s3",
    "redline-1280": SAMPLE_REDLINE + "#change-12",
    "register-1280": "review/",
    "pupils-360": "policies/behaviour/pupils/",
    "parents-360": "policies/data-protection/parents/",
    "search-360": "search/?q=phone",
    "print-1280": "policies/complaints/print/#s3",
}
#: The pictures of the README and the help: page, width and height.
HELP = {
    "policy-phone": (POLICY, 360, 740),
    "redline": (REDLINE, 1280, 850),
}
NAMES = [*OAKFIELD, *SAMPLE, *HELP]
#: Fewer colours turn the red of an overdue review brown.
COLOURS, LIMIT_BYTES = 256, 1_500_000

#: A pixel differs when no pixel of the other picture within two pixels of it is as light or dark.
#: Another version of Chromium rounds a position or smooths an edge within that distance.
NEAR = 5
#: Of 255 levels. A smoothed edge differs by less; the grey of numbers is 150 levels from white.
LEVELS = 64
#: The smallest sign that matters is a moved clause number, which changes about 80 pixels.
PIXELS = 40

FACES = "".join(
    f"@font-face {{ font-family: {family}; src: url(/picture-fonts/{file}.ttf);"
    f" font-weight: {weight}; font-style: {style}; }}\n"
    for family, file, weight, style in (
        ("Picture", "NotoSans-Regular", "100 500", "normal"),
        ("Picture", "NotoSans-Bold", "501 900", "normal"),
        ("Picture", "NotoSans-Italic", "100 500", "italic"),
        ("Picture", "NotoSans-BoldItalic", "501 900", "italic"),
        ("Arrows", "IBMPlexSansArabic-Regular", "100 900", "normal"),  # Noto Sans has none
    )
)
#: Geometric precision gives each sign its true width, whatever the machine does to its outline.
STYLE = (
    FACES
    + """* {
  font-family: Picture, Arrows !important;
  text-rendering: geometricPrecision !important;
  caret-color: transparent !important;
}
"""
)


def _send_font(route: Route) -> None:
    route.fulfill(path=FONTS / route.request.url.rpartition("/")[2])


@pytest.fixture(scope="module")
def camera(browser: Browser) -> Iterator[Page]:
    """Return a tab that can load the bundled fonts on any page."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", color_scheme="light")
    context.clock.set_fixed_time(NOW)
    context.route("**/picture-fonts/*", _send_font)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def addresses(root: str, sample_root: str) -> dict[str, str]:
    """Return the whole address of each picture's page."""
    of_oakfield = {name: root + page for name, page in OAKFIELD.items()}
    of_oakfield |= {name: root + page for name, (page, _, _) in HELP.items()}
    return of_oakfield | {name: sample_root + page for name, page in SAMPLE.items()}


def measure(name: str) -> tuple[str, int, int]:
    """Return the page of a picture, its width and its height."""
    if name in HELP:
        return HELP[name]
    page, _, width = name.rpartition("-")
    return page, int(width), HEIGHTS[int(width)]


def file_of(name: str) -> Path:
    """Return where a picture is kept."""
    return (HELP_FOLDER if name in HELP else FOLDER) / f"{name}.png"


def take_picture(
    camera: Page, addresses: dict[str, str], name: str, style: str = ""
) -> Image.Image:
    """Return what the page looks like at its width, with `style` added to its style sheets."""
    page, width, height = measure(name)
    camera.goto("about:blank")
    camera.set_viewport_size({"width": width, "height": height})
    camera.goto(addresses[name])
    if camera.locator("#pb-made").count():
        camera.get_by_text("This site was made on").wait_for()
    if page == "search":
        camera.locator("#pb-found li").first.wait_for()
    camera.add_style_tag(content=STYLE + style)
    camera.evaluate(
        """async () => {
        await Promise.all([...document.fonts].map(face => face.load()));
        if (location.hash) document.querySelector(location.hash).scrollIntoView();
        for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame); }"""
    )
    data = camera.screenshot(animations="disabled", caret="hide")
    return Image.open(io.BytesIO(data)).convert("RGB")


def find_differences(expected: Image.Image, actual: Image.Image) -> Image.Image:
    """Return a picture that is white where the two differ, and black elsewhere."""
    shape = (max(expected.width, actual.width), max(expected.height, actual.height))
    # What only one of them has is compared with magenta, which no page has.
    old, new = (Image.new("RGB", shape, "magenta") for _ in range(2))
    old.paste(expected)
    new.paste(actual)
    difference = Image.new("RGB", shape)
    # The filters below only forgive. They take seconds, so equal pictures go without.
    if all(high <= LEVELS for _, high in ImageChops.difference(old, new).getextrema()):
        return difference.convert("L")
    for picture, other in ((old, new), (new, old)):
        lightest = other.filter(ImageFilter.MaxFilter(NEAR))
        darkest = other.filter(ImageFilter.MinFilter(NEAR))
        lighter = ImageChops.subtract(picture, lightest)
        darker = ImageChops.subtract(darkest, picture)
        difference = ImageChops.lighter(difference, ImageChops.lighter(lighter, darker))
    red, green, blue = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda level: 255 if level > LEVELS else 0)


def count_differences(expected: Image.Image, actual: Image.Image) -> int:
    """Return how many pixels differ."""
    return find_differences(expected, actual).histogram()[255]


def write_differences(expected: Image.Image, actual: Image.Image, name: str) -> Path:
    """Write both pictures side by side, and in red where they differ. Return the file."""
    mask = find_differences(expected, actual)
    marked = Image.new("RGB", mask.size, "white")
    marked.paste(Image.blend(actual, Image.new("RGB", actual.size, "white"), 0.7))
    marked.paste("red", mask=mask.filter(ImageFilter.MaxFilter(NEAR)))
    both = Image.new("RGB", (3 * mask.width + 32, mask.height), "black")
    for n, picture in enumerate((expected, actual, marked)):
        both.paste(picture, (n * (mask.width + 16), 0))
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    file = DIFFERENCES / f"{name}.png"
    both.save(file)
    return file


def read_picture(name: str) -> Image.Image:
    """Return the kept picture."""
    with Image.open(file_of(name)) as picture:
        return picture.convert("RGB")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Return whether the pictures are written anew."""
    return bool(request.config.getoption("--update-pictures"))


@pytest.mark.parametrize("name", NAMES)
def test_pages_look_as_kept(
    camera: Page, addresses: dict[str, str], name: str, update: bool
) -> None:
    actual = take_picture(camera, addresses, name)
    if update:
        FOLDER.mkdir(exist_ok=True)
        few = actual.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(file_of(name), optimize=True)
    expected = read_picture(name)
    count = count_differences(expected, actual)
    if count > PIXELS:
        file = write_differences(expected, actual, name)
        pytest.fail(f"{count} pixels of {name} differ. {file} has both, side by side. {UPDATE}")


@pytest.mark.parametrize(
    "style",
    [
        ".pb-words { content-visibility: auto; }",  # every number is beside the last line
        "[href='#s1-1'].pb-number { position: relative; top: 24px; }",  # a line too low
    ],
    ids=["all", "1.1"],
)
def test_moved_clause_numbers_differ(camera: Page, addresses: dict[str, str], style: str) -> None:
    actual = take_picture(camera, addresses, "policy-360", style)
    assert count_differences(read_picture("policy-360"), actual) > PIXELS


@pytest.mark.parametrize("shift", [(1, 0), (0, 1), (-1, 1)])
def test_rounded_positions_do_not_differ(shift: tuple[int, int]) -> None:
    expected = read_picture("policy-360")
    smoothed = Image.blend(expected, expected.filter(ImageFilter.SMOOTH), 0.5)
    moved = ImageChops.offset(smoothed, *shift)
    inside = (8, 8, expected.width - 8, expected.height - 8)
    assert count_differences(expected.crop(inside), moved.crop(inside)) <= PIXELS


def test_kept_pictures_are_few_and_small() -> None:
    files = sorted([*FOLDER.iterdir(), *HELP_FOLDER.iterdir()])
    assert sorted(file.stem for file in files) == sorted(NAMES)
    assert len(files) == 18
    assert sum(file.stat().st_size for file in files) < LIMIT_BYTES
