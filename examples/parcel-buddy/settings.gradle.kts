rootProject.name = "parcel-buddy"
include(":app")
