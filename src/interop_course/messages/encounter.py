"""One encounter in IDENT: what a person said of themselves, on one occasion, to one federal agency."""

from __future__ import annotations

from typing import Literal

from interop_course.messages.base import Value
from interop_course.messages.values import Day, Eid, Name, Place, Sex

Photo = Literal["face", "placeholder"]


class Encounter(Value):
    """An encounter as the IDR tells it (FAQ, pp. 10 to 11; IDR sheet, p. 22): neither verified nor derogatory.

    Attributes:
        eid: the number to quote when asking about it.
        nam: the name, family name first, as "SAMPLE,ALEX".
        dob: the date of birth.
        pob: the birthplace, a two-letter code; XX if unknown.
        sex: the sex, in one letter.
        photo: null where no image comes with it, "face" for a photo (the course's drawing), "placeholder" for an image
            that stands for a missing photo and shows nobody (FAQ, p. 8).
    """

    eid: Eid
    nam: Name
    dob: Day
    pob: Place
    sex: Sex
    photo: Photo | None = None

    @property
    def without_photo(self) -> Encounter:
        """The same encounter as a query tells it: in words only."""
        if self.photo is None:
            return self
        return Encounter(eid=self.eid, nam=self.nam, dob=self.dob, pob=self.pob, sex=self.sex)
