' Does what a plan says, a line a step: the first letter is what to do, the rest what with.
' A failure is written to the file named last, so that no dialog waits for somebody who is not there.
Sub Follow(sPlan As String, sFailed As String)
  Dim oFiles, oSteps, oDoc, oTable, oCell, oCursor, oFrame, sStep, sWith
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  Dim aWord(0) As New com.sun.star.beans.PropertyValue
  On Error Goto Failed
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  aWord(0).Name = "FilterName"
  aWord(0).Value = "MS Word 2007 XML"
  oFiles = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  oSteps = createUnoService("com.sun.star.io.TextInputStream")
  oSteps.setInputStream(oFiles.openFileRead(sPlan))
  oSteps.setEncoding("UTF-8")
  Do While Not oSteps.isEOF()
    sStep = oSteps.readLine()
    sWith = Mid(sStep, 3)
    Select Case Left(sStep, 1)
      Case "o" ' open a file
        oDoc = StarDesktop.loadComponentFromURL(sWith, "_blank", 0, aHidden())
      Case "c", "e" ' a cell of a table, such as 0 B2: emptied, or to write on at its end
        oTable = oDoc.TextTables.getByIndex(Val(sWith))
        oCell = oTable.getCellByName(Mid(sWith, InStr(sWith, " ") + 1))
        If Left(sStep, 1) = "c" Then oCell.setString("")
        oCursor = oCell.createTextCursor()
        oCursor.gotoEnd(False)
      Case "r" ' a row of a table, counted from 0, goes
        oTable = oDoc.TextTables.getByIndex(Val(Left(sWith, InStr(sWith, " ") - 1)))
        oTable.getRows().removeByIndex(Val(Mid(sWith, InStr(sWith, " ") + 1)), 1)
      Case "t" ' type words
        oCell.insertString(oCursor, sWith, False)
      Case "p" ' end the paragraph
        oCell.insertControlCharacter(oCursor, 0, False)
      Case "b" ' break the line
        oCell.insertControlCharacter(oCursor, 1, False)
      Case "d" ' do what a menu does
        oFrame = oDoc.CurrentController.Frame
        createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(oFrame, sWith, "", 0, Array())
      Case "s" ' save as a Word file, and close
        oDoc.storeToURL(sWith, aWord())
        oDoc.close(True)
    End Select
  Loop
  oSteps.closeInput()
  StarDesktop.terminate()
  Exit Sub
Failed:
  Open ConvertFromURL(sFailed) For Output As #1
  Print #1, Error$ & " at: " & sStep
  Close #1
  StarDesktop.terminate()
End Sub
